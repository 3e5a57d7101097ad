package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** What colleagues asked the moderators to look at: nothing grave, and still to be decided. */
final class ModerationStory extends Story {

    @Override
    void tell() {
        post(
                        REMI,
                        "2 16:45",
                        "Pour ceux qui la cherchent à l’accueil de la piscine : notre collègue a été opérée du genou hier. Elle est à l’hôpital de Chaumont, au deuxième étage, et adore les visites et le nougat.",
                        AGENTS)
                .thanks(9)
                .then(JEAN_MARC, "Qu’elle se repose bien. Le nougat part du dépôt demain.")
                .reported(
                        BRIGITTE,
                        "private",
                        "L’intention est gentille, mais elle n’en avait parlé qu’à son équipe : elle ne souhaite pas que tous les agents connaissent son opération.");
        post(
                        HUGO,
                        "1 12:20",
                        "Vends quatre pneus neige montés sur jantes, deux hivers, à retirer aux serres le midi. Premier arrivé, premier servi !",
                        AGENTS)
                .then(MORGAN, "Ils iraient sur une trottinette ?")
                .reported(
                        CELINE,
                        "off_topic",
                        "Une petite annonce pour sept cents personnes : est-ce bien l’endroit ? Si on commence, le fil ne sera plus que cela.");
    }
}
