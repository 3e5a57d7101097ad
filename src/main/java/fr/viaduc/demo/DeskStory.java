package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Reception desks and town halls. */
final class DeskStory extends Story {

    @Override
    void tell() {
        post(
                        NADEGE,
                        "65 17:40",
                        "Bilan du jour à l’accueil : 63 personnes, 112 appels, un chien perdu, un chien retrouvé. Ce n’était pas le même.",
                        AGENTS)
                .thanks(148)
                .then(MORGAN, "Le deuxième nous suivait depuis Brethenay.")
                .then(LEA, "Ce message résume toute la fonction publique.");
        post(
                        MARTINE,
                        "61 10:10",
                        "Qui a un modèle récent d’arrêté pour un vide-grenier ? Le mien parle encore de francs.",
                        Group.TOWN_SECRETARIES)
                .thanks(13)
                .then(INES, "Celui de Nogent est de ce printemps, je te le dépose.")
                .then(VERONIQUE, "Je l’ai relu et mis dans les documents du groupe, avec l’annexe de sécurité.")
                .then(MARTINE, "Adieu les francs. Merci !");
        post(
                        NADEGE,
                        "57 09:15",
                        "Nos horaires d’accueil sont désormais les mêmes partout le mardi et le jeudi. Un seul message au répondeur, une seule affiche, une seule réponse : ouf.",
                        Group.WELCOME_DESKS)
                .thanks(24)
                .then(INES, "Nogent a collé l’affiche ce matin.")
                .then(MAELLE, "L’agence des mobilités aussi.");
        post(
                        MARTINE,
                        "49 12:20",
                        "Ce matin, un monsieur est venu déclarer la naissance de sa fille. Il avait tout, sauf le prénom. Nous l’avons trouvé ensemble, au téléphone avec la maman. Elle s’appelle Rose.",
                        EVERYONE)
                .thanks(216)
                .then(NADEGE, "Bienvenue, Rose.")
                .then(LAURA, "Une place à la crèche ? Qu’ils nous appellent.")
                .then(Elected.FRANCK, "Juzennecourt n’avait pas eu de naissance depuis deux ans. Merci Martine.");
        post(
                        INES,
                        "44 15:00",
                        "Une usagère malentendante nous a dit que la boucle magnétique de Nogent grésille. Réparée le jour même par Fabien. Pensez à tester la vôtre, il y a un bouton sous le comptoir.",
                        Group.WELCOME_DESKS)
                .thanks(19)
                .then(NADEGE, "Testée au siège : parfaite.")
                .then(FABIEN, "Et celle de la médiathèque aussi, profitez-en.");
        post(
                        MARTINE,
                        "37 08:05",
                        "Cinq mairies, cinq chaudières. Ce matin : 19, 18, 12, 20 et « revenez demain ». Je travaille en mitaines à Blaisy.",
                        Group.TOWN_SECRETARIES)
                .thanks(28)
                .then(INES, "Courage ! Un radiateur d’appoint existe à Nogent, je te l’envoie par le bibliobus.")
                .then(MARTINE, "Arrivé entre un roman russe et une bande dessinée. Il chauffe, les deux autres aussi.");
        post(
                        NADEGE,
                        "32 16:10",
                        "Une habitante m’a appelée pour savoir à qui parler « en vrai ». Nous avons parlé vingt minutes. Son dossier était en règle, elle avait surtout besoin d’en être sûre.",
                        AGENTS)
                .thanks(137)
                .then(SAMIRA, "Merci. La moitié de notre métier tient dans cet appel.");
        post(
                        VERONIQUE,
                        "27 09:00",
                        "Listes électorales : la commission de contrôle se réunit avant la fin du mois. Le calendrier par commune est dans le groupe. Questions bienvenues ici plutôt que par téléphone : la réponse sert à tout le monde.",
                        Group.TOWN_SECRETARIES)
                .thanks(17)
                .then(MARTINE, "Un électeur inscrit deux fois dans deux communes : laquelle radie ?")
                .reply(VERONIQUE, "La plus ancienne, automatiquement. Vous n’avez rien à faire.");
        post(
                        INES,
                        "20 11:20",
                        "Petit succès : le formulaire de location de salle tient maintenant sur une page et se remplit sur la borne. Trois familles l’ont fait seules ce matin.",
                        Place.NOGENT_OFFICE)
                .thanks(12);
        post(
                        NADEGE,
                        "15 08:50",
                        "Quelqu’un parle-t-il portugais, une heure cet après-midi ? Une dame a besoin d’aide pour un dossier scolaire.",
                        AGENTS)
                .thanks(33)
                .then(DOMINIQUE, "Ma collègue de Nogent, oui. Elle t’appelle dans cinq minutes.")
                .then(
                        NADEGE,
                        "C’est fait, la dame est repartie avec son inscription et deux baisers. Merci à toutes les deux.");
        post(
                        MARTINE,
                        "9 17:10",
                        "Mariage samedi à Gillancourt : le premier depuis 2019. J’ai retrouvé l’écharpe du maire, repassée par trois générations de secrétaires.",
                        Group.TOWN_SECRETARIES)
                .thanks(31)
                .then(INES, "Des photos de l’écharpe !")
                .then(VERONIQUE, "Félicitations aux mariés, et au fer à repasser.");
        post(
                        NADEGE,
                        "3 09:05",
                        "« Elle a pris l’accueil de Nogent seule pendant deux semaines, sans un retard et sans un soupir. Les usagers demandent si elle reste. Moi aussi. »",
                        AGENTS)
                .bravo(INES)
                .thanks(88)
                .then(INES, "Je reste ! Merci Nadège.");
        post(
                        NADEGE,
                        "-15m",
                        "L’imprimante du hall refait des siennes : passez par celle du premier étage. Kévin est prévenu, il a soupiré avec élégance.",
                        Place.HEAD_OFFICE)
                .thanks(5)
                .then(KEVIN, "C’est le bac 2. C’est toujours le bac 2.");
        post(MATHIEU, "15 10:00", """
                Charte d’usage du numérique : une page, sept engagements, dans les deux sens.

                Ce que nous vous demandons : un mot de passe par service, pas de clé USB trouvée, verrouiller sa session, signaler un message douteux sans le faire suivre. Ce que nous vous garantissons : personne ne lit vos messages, vos données de connexion sont effacées après un an, le droit à la déconnexion est réglé dans Viaduc.""", AGENTS)
                .asks("charter", 15, false, 71)
                .thanks(39)
                .then(
                        KEVIN,
                        "Une question sur un message douteux ? Appelez l’assistance avant de cliquer, même pour rien.")
                .then(NADEGE, "« Même pour rien », je le prends au mot.");
    }
}
