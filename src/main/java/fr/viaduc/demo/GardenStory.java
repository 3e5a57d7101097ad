package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Trees, flower beds and a shared garden. */
final class GardenStory extends Story {

    @Override
    void tell() {
        post(
                        PASCAL,
                        "64 08:20",
                        "Fin de l’arrosage automatique à Chaumont : les massifs de vivaces ont passé l’été avec trois arrosages. L’an dernier, quarante. La sauge remercie, le lierre s’en moque.",
                        EVERYONE)
                .picture("jardin", "Un jardinier bêche entre des massifs fleuris, dans un parc bordé d’arbres.")
                .thanks(69)
                .then(LUCIE, "Nos captages aussi. Merci les jardiniers.")
                .then(Elected.BERNARD, "À copier dans nos bourgs, avec vos listes de plantes.")
                .reply(PASCAL, "La liste est prête : douze vivaces, aucune capricieuse.");
        post(
                        MANON,
                        "56 12:10",
                        "Un hérisson s’est installé sous le tas de branches de la rue du Viaduc. La taille est suspendue jusqu’à nouvel ordre. L’ordre viendra du hérisson.",
                        AGENTS)
                .thanks(187)
                .then(MELANIE, "Les enfants l’ont baptisé Monsieur Brosse.")
                .then(THIERRY, "J’offre une place au parking.");
        post(
                        PASCAL,
                        "50 14:30",
                        "Le jardin partagé du centre technique a donné : 31 kilos de courges, 12 de tomates vertes et un potimarron que Thierry refuse de couper parce qu’il « ressemble à quelqu’un ».",
                        Group.SHARED_GARDEN)
                .thanks(27)
                .then(THIERRY, "Il a un regard.")
                .then(MANON, "Soupe vendredi midi, apportez un bol. Le potimarron de Thierry sera épargné.");
        post(
                        MANON,
                        "41 09:50",
                        "Les trois peupliers de l’écluse sont malades, un coup de vent et ils tombent sur le chemin. Abattage mardi, replantation en saules et en aulnes cet hiver. J’ai prévenu les riverains, ils sont tristes, nous aussi.",
                        EVERYONE)
                .thanks(36)
                .then(Elected.EVELYNE, "Merci d’avoir expliqué avant de couper, c’est tout ce que les gens demandent.")
                .then(MARINE, "Déviation du chemin de halage balisée par l’équipe des sentiers.");
        post(
                        PASCAL,
                        "33 10:40",
                        "Formation taille douce avec les cantonniers de huit communes. On a surtout appris à ne pas tailler.",
                        Mission.GARDENING)
                .thanks(16)
                .then(MANON, "Les platanes de Foulain peuvent dormir tranquilles.");
        post(
                        HUGO,
                        "26 16:00",
                        "J’ai appris à reconnaître 40 arbres sans leurs feuilles. Il en reste 23. Celui que je confonds toujours avec un frêne est un frêne.",
                        Service.ROADS)
                .thanks(33)
                .then(PASCAL, "Tu progresses : hier tu le saluais comme un hêtre.");
        post(
                        MANON,
                        "19 08:15",
                        "Plantation de haies avec les écoles de Biesles et de Mandres : 380 mètres en deux jours, 140 enfants, une seule botte perdue.",
                        AGENTS)
                .thanks(101)
                .then(BRIGITTE, "La botte est à Marius. Nous la pleurons.")
                .then(JEAN_MARC, "Retrouvée ! Elle était au dépôt, ne me demandez pas comment.");
        post(
                        PASCAL,
                        "12 11:35",
                        "Distribution de broyat aux agents qui jardinent : vendredi de 16 h à 18 h aux serres. Apportez vos sacs. Et non, on ne livre pas au troisième étage.",
                        AGENTS)
                .thanks(44)
                .then(YANNICK, "Deuxième étage ?");
        post(
                        THIERRY,
                        "7 12:45",
                        "Le potimarron qui ressemble à quelqu’un passe Noël à l’atelier. Il a un casque.",
                        Group.SHARED_GARDEN)
                .thanks(25)
                .then(PASCAL, "Les équipements de protection sont obligatoires, même pour lui.")
                .then(MANON, "Anne-Laure va le mettre dans le document unique.");
        post(
                        MANON,
                        "2 14:10",
                        "Les bulbes du rond-point de la gare sont plantés : 2 400 jonquilles, en forme d’arches. Rendez-vous en mars, vu du haut.",
                        AGENTS)
                .thanks(76)
                .then(ELODIE, "Je réserve la nacelle pour la photo.")
                .then(AURORE, "Réservée, pas prise, n’est-ce pas ?");
        post(
                        PASCAL,
                        "-110m",
                        "Premier gel sur les serres : tout le monde est rentré, y compris le citronnier du président. Il va bien.",
                        Service.ROADS)
                .thanks(14);
    }
}
