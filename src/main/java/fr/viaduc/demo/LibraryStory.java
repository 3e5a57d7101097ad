package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Books, music and visitors. */
final class LibraryStory extends Story {

    @Override
    void tell() {
        post(THOMAS, "66 18:00", """
                Le bibliobus reprend la route : trente-deux arrêts, trois nouvelles communes, et une rampe pour les fauteuils et les poussettes. Le premier livre emprunté ce matin à Cerisières parlait de bricolage. Le deuxième, de divorce. Je ne juge pas.""", EVERYONE)
                .picture(
                        "mediatheque",
                        "La médiathèque vue du parvis, un immeuble clair aux fenêtres éclairées, des passants devant l’entrée.")
                .thanks(78)
                .then(Elected.LUC, "Cerisières est ravie. Et les deux couples vont bien.")
                .then(ESTELLE, "La tournée complète est dans l’agenda des communes.");
        post(
                        ESTELLE,
                        "60 16:10",
                        "La médiathèque prête désormais des instruments : douze guitares, huit violons, un accordéon. L’accordéon est déjà réservé jusqu’en mars. La région garde son âme.",
                        EVERYONE)
                .thanks(66)
                .then(AGATHE, "Et les professeurs passent une heure par mois pour accorder et conseiller.")
                .then(Elected.SYLVIE, "Une idée des équipes, mise en place en trois mois. Bravo.");
        post(
                        AGATHE,
                        "54 13:30",
                        "La chorale du midi compte dix-neuf personnes et un seul ténor. Messieurs de la voirie, du bâtiment et de la collecte : vos voix portent, nous le savons.",
                        AGENTS)
                .thanks(49)
                .then(KARIM, "Je chante dans la benne. Morgan a demandé une indemnité.")
                .then(SERGE, "Je suis baryton quand le tuyau est coincé.")
                .then(FABIEN, "J’arrive jeudi. Ténor non garanti.");
        post(
                        BERNADETTE,
                        "48 10:10",
                        "Trouvé en triant les cartons de la rue Decomble : le registre des cantonniers de 1887. On y lit « neige jusqu’au genou, soupe bonne, route ouverte ». Rien n’a changé.",
                        AGENTS)
                .thanks(163)
                .then(JEAN_MARC, "La soupe, aujourd’hui, c’est Martial. Le reste est exact.")
                .then(MARTIAL, "Merci, je transmets à la soupe.")
                .then(ELODIE, "Je la veux pour la carte de vœux !");
        post(
                        THOMAS,
                        "42 11:00",
                        "Retour d’un livre emprunté en 1998, trouvé dans une armoire à Marbéville. Le lecteur s’excuse. Nous avons calculé l’amende : un sourire.",
                        AGENTS)
                .thanks(118)
                .then(ODILE, "La régie valide ce tarif.");
        post(
                        MARINE,
                        "36 15:20",
                        "Saison terminée à la Maison éclusière : 6 840 visiteurs, dont 1 900 à vélo. Les Néerlandais demandent toujours si le viaduc est « vraiment vrai ».",
                        EVERYONE)
                .picture(
                        "viaduc-matin",
                        "Le viaduc de Chaumont au petit matin, un train sur son tablier, la brume entre les arches.")
                .thanks(55)
                .then(Elected.COLETTE, "Une belle saison. Merci à l’équipe, y compris pour les sentiers.")
                .then(MANON, "La haie de l’écluse est taillée, les merles sont prévenus.");
        post(
                        AGATHE,
                        "29 19:40",
                        "Audition ce soir : quarante-deux élèves, de 6 à 71 ans. L’élève de 71 ans avait plus le trac que celui de 6. Les deux ont fini par une révérence.",
                        AGENTS)
                .thanks(94)
                .then(
                        ESTELLE,
                        "La salle était debout. Enfin, sauf la rangée des grands-pères, pour raisons techniques.");
        post(
                        ESTELLE,
                        "24 10:20",
                        "Qui veut lire des histoires à voix haute, une fois par mois, dans une crèche ou une maison de retraite ? Formation de deux heures avec une comédienne. Temps pris sur le travail, avec l’accord du chef de service.",
                        AGENTS)
                .thanks(61)
                .then(LAURA, "Les Petits Pas sont preneurs, et moi aussi.")
                .then(NADEGE, "Je me lance, j’ai la voix du standard.")
                .then(SANDRINE, "Accord donné par avance pour toute l’équipe petite enfance, en tournant.");
        post(
                        THOMAS,
                        "17 09:05",
                        "Le bibliobus remplace aujourd’hui l’arrêt de Mirbel par un arrêt au lavoir de Cerisières : le pont est en travaux. Merci à Damien pour l’itinéraire.",
                        Service.CULTURE)
                .thanks(10);
        post(
                        BERNADETTE,
                        "12 14:45",
                        "Portes ouvertes aux archives le {+8}. Venez voir le plus vieux document de la maison, une charte de 1182, et le plus récent : une facture de sel d’hier.",
                        AGENTS)
                .thanks(52)
                .then(AURORE, "La facture est-elle en parchemin ?")
                .then(MELANIE, "Peut-on venir avec la garderie ?")
                .reply(BERNADETTE, "Par groupes de douze, mains propres, yeux ouverts.");
        post(
                        MARINE,
                        "7 17:00",
                        "Idée pour l’été prochain : une visite du viaduc au lever du soleil, suivie d’un petit-déjeuner au bord du canal. Qui viendrait, même à titre personnel ?",
                        AGENTS)
                .poll(12, "Oui, avec plaisir", "Oui, mais à 9 h", "Je dors, racontez-moi")
                .thanks(41)
                .then(YANNICK, "La troisième réponse est très bien rédigée.");
        post(
                        AGATHE,
                        "3 12:05",
                        "Chorale : quatre ténors ! Le concert de fin d’année aura lieu dans le hall du siège, le {+12} à 12 h 30. Vingt minutes, aucune cravate.",
                        AGENTS)
                .thanks(73)
                .then(FABIEN, "Je suis l’un des quatre. Ma femme n’y croit pas.")
                .then(PHILIPPE, "J’annule tout ce qui se trouve à 12 h 30 ce jour-là.");
        post(
                        THOMAS,
                        "-6h",
                        "Départ du bibliobus pour la boucle nord. Au programme : policiers, mangas, recettes, et un essai sur les marmottes réservé depuis trois semaines par quelqu’un de Lamancine.",
                        EVERYONE)
                .thanks(29)
                .then(Elected.CECILE, "Je confirme, c’est moi. J’ai mes raisons.");
    }
}
