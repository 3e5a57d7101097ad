package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** How the network itself came to be used. */
final class ViaducStory extends Story {

    @Override
    void tell() {
        post(PHILIPPE, "67 09:00", """
                Bienvenue sur Viaduc. Un seul endroit pour s’informer, se trouver et s’entraider, de Chaumont à Colombey et de Nogent à Froncles.

                Trois promesses : pas besoin d’adresse de courriel, pas besoin de téléphone personnel, et personne ne regarde ce que vous lisez.""", EVERYONE)
                .pinned()
                .thanks(244)
                .then(JEAN_MARC, "Connecté depuis la borne du dépôt. Ça marche avec des gants.")
                .then(Elected.HELENE, "L’égalité d’information entre les communes commence ici. Bienvenue à tous.")
                .then(
                        BRIGITTE,
                        "Trente ans que j’apprends les nouvelles par le tableau du couloir. Je garde quand même le tableau.")
                .then(Elected.YVES, "Depuis Poinson, tout fonctionne, même avec notre connexion.");
        post(MATHIEU, "66 14:00", """
                Les questions des premiers jours :

                * Mot de passe oublié : votre référent de site vous remet un code, sur place.
                * Pas d’ordinateur : les bornes sont dans les dépôts, les écoles et les crèches.
                * Trop de messages ? Réglez vos heures calmes dans votre profil.""", Group.VIADUC_HELP)
                .pinned()
                .thanks(58)
                .then(DOMINIQUE, "Et si je me trompe de groupe en publiant ?")
                .reply(MATHIEU, "Vous voyez toujours qui va lire avant de publier, et vous pouvez supprimer.")
                .then(Elected.YVES, "Les élus voient-ils tout ?")
                .reply(
                        MATHIEU,
                        "Non : chaque espace dit s’il est ouvert aux élus. Le « Qui voit ceci ? » vous le montre.");
        post(
                        KEVIN,
                        "62 10:30",
                        "Bilan de la première semaine : 412 connexions, 9 mots de passe oubliés, 1 écran posé à l’envers à la déchetterie de Colombey. Il a été retourné.",
                        AGENTS)
                .thanks(72)
                .then(PATRICIA, "À Froncles, il était à l’endroit. Je tenais à le dire.");
        post(
                        NADEGE,
                        "56 09:20",
                        "Référents de site : les codes de remplacement se remettent en main propre, après avoir vérifié l’identité. Même à votre voisin de bureau. Même à votre chef.",
                        Group.SITE_CONTACTS)
                .thanks(26)
                .then(AURORE, "Appliqué ce matin à mon propre chef. Il a souri, un peu.")
                .then(CORINNE, "À la piscine, je garde le registre dans le coffre de la régie.");
        post(
                        MATHIEU,
                        "50 11:15",
                        "Une idée pour améliorer Viaduc ? Écrivez-la ici. Les trois plus aimées sont étudiées chaque mois, et nous répondons à toutes, même par non.",
                        Group.VIADUC_HELP)
                .thanks(33)
                .then(THOMAS, "Pouvoir imprimer une page propre pour le panneau du bibliobus.")
                .reply(MATHIEU, "Adopté : édition papier d’ici Noël.")
                .then(MELANIE, "Un bouton « merci » plus gros.")
                .reply(MATHIEU, "Les gants de la voirie disent la même chose. Adopté.")
                .then(YANNICK, "Un bouton « 27,8 degrés ».")
                .reply(MATHIEU, "Non.");
        post(
                        KEVIN,
                        "44 08:10",
                        "Si vous recevez un message vous demandant votre mot de passe, même signé de moi : ce n’est pas moi. Je ne demande jamais un mot de passe. Je ne demande que votre numéro de poste, et parfois un café.",
                        AGENTS)
                .pinned()
                .thanks(91)
                .then(NATHALIE, "J’en ai reçu un très poli. C’est ce qui m’a alertée.");
        post(
                        Elected.HELENE,
                        "38 18:30",
                        "Une commune de douze habitants reçoit désormais les mêmes informations, le même jour, que la ville-centre. C’était l’engagement. Merci à celles et ceux qui l’ont tenu.",
                        Group.COMMUNES)
                .thanks(87)
                .then(Elected.MARYSE, "Curmont, douze habitants, vous salue. Treize en janvier !")
                .then(MARTINE, "Et un livret de famille à préparer. Félicitations !")
                .then(MATHIEU, "Merci. Le prochain sera de relier les salles des fêtes.");
        post(
                        VALERIE,
                        "33 13:40",
                        "Sauvegarde testée hier : nous avons tout restauré sur une machine vide en 38 minutes. Une sauvegarde qu’on n’a jamais relue est une espérance.",
                        AGENTS)
                .thanks(45)
                .then(BERNADETTE, "Je vous l’emprunte pour la porte des archives.");
        post(
                        MATHIEU,
                        "27 15:25",
                        "Vous publiez une photo d’une personne ? Demandez-lui. D’un enfant ? Demandez aux parents, par écrit. D’un chat ? Faites-vous plaisir.",
                        AGENTS)
                .thanks(108)
                .then(MORGAN, "J’ai un dossier de chats prêt à l’emploi.")
                .then(FATIMA, "Publie, publie !");
        post(
                        KEVIN,
                        "20 10:00",
                        "Coupure du réseau du siège jeudi de 18 h à 19 h pour changer un équipement. Les bornes des sites ne sont pas touchées.",
                        Place.HEAD_OFFICE)
                .thanks(9)
                .then(KEVIN, "Terminé à 18 h 34. Merci de votre patience, elle n’a presque pas servi.");
        post(
                        MATHIEU,
                        "14 09:50",
                        "Quelle taille de texte utilisez-vous sur les bornes ? Nous voulons choisir un bon réglage de départ.",
                        AGENTS)
                .poll(9, "Normale", "Grande", "Très grande")
                .anonymously()
                .thanks(14)
                .then(JEAN_MARC, "Grande. Et sans lunettes, très grande.");
        post(
                        Elected.HELENE,
                        "9 12:00",
                        "Ordre du jour de la commission numérique : couverture mobile de la vallée de la Blaise, bornes dans les mairies, accessibilité de nos services. Vos remarques avant lundi.",
                        Group.DIGITAL_COMMISSION)
                .thanks(7)
                .then(Elected.SEBASTIEN, "Marnay demande un point sur la fibre du hameau.")
                .then(Elected.FRANCK, "Juzennecourt accueille volontiers une borne, le bureau est ouvert deux jours.")
                .then(MATHIEU, "Ajoutés. Le dossier part vendredi.");
        post(
                        KEVIN,
                        "4 16:15",
                        "Visioconférence de la salle de Nogent réparée : c’était le câble. C’est toujours le câble.",
                        AGENTS)
                .thanks(6)
                .then(INES, "Merci ! On entend enfin le siège, et le siège nous entend trop.");
        post(
                        MATHIEU,
                        "2 11:05",
                        "Le texte des publications peut maintenant contenir des listes et des liens. Les longues paroles restent déconseillées.",
                        Group.VIADUC_HELP)
                .thanks(17)
                .then(Elected.KARINE, "Merci, les comptes rendus seront plus lisibles.");
    }
}
