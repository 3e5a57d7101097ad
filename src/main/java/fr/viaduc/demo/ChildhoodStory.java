package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Nurseries and schools. */
final class ChildhoodStory extends Story {

    @Override
    void tell() {
        post(SANDRINE, "64 08:30", """
                Rentrée à la crèche : onze adaptations en deux semaines. Les parents pleurent plus que les enfants, c’est bon signe, ils nous les confient quand même.""", EVERYONE)
                .thanks(83)
                .then(
                        AICHA,
                        "À Nogent, un papa est resté derrière la vitre quarante minutes. Le petit jouait depuis trente-neuf.")
                .then(LAURA, "On a remis la boîte à doudous de secours en service.")
                .then(Elected.MICHELE, "Merci à toutes les équipes. Une rentrée calme, c’est un énorme travail.");
        post(BRIGITTE, "63 12:00", """
                Trentième rentrée. Un petit m’a appelée « mamie », un autre « maîtresse », un troisième « madame la cantine ». J’ai répondu aux trois.""", AGENTS)
                .thanks(174)
                .then(MELANIE, "Trente ! Tu m’avais prise en stage à la dixième.")
                .then(BRUNO, "Trente ans à nouer des écharpes : nous devrions compter en kilomètres de laine.")
                .then(JEAN_MARC, "Mon grand était dans ta classe. Il noue encore mal ses lacets.")
                .reply(BRIGITTE, "Je décline toute responsabilité après le CP.");
        post(AICHA, "58 10:40", """
                Depuis lundi, on signe avec les bébés à la crèche du Bassigny : « encore », « fini », « gâteau ». Devinez lequel ils ont appris en premier.""", Service.EARLY_CHILDHOOD)
                .thanks(31)
                .then(LAURA, "À Chaumont, même résultat. Le gâteau unit le territoire.")
                .then(SANDRINE, "Une formation d’une journée est possible en janvier, inscrivez-vous auprès de moi.");
        post(JULIEN, "52 17:50", """
                Atelier cabanes à Froncles : quarante branches, douze enfants, un château à pont-levis. Les branches viennent de l’équipe d’élagage, merci @PASCAL !""", AGENTS)
                .thanks(69)
                .then(PASCAL, "Il en reste une remorque. Un donjon ?")
                .reply(JULIEN, "Deux donjons.")
                .then(PATRICIA, "Et si le château est démoli, vous connaissez l’adresse.");
        post(BRUNO, "45 09:10", """
                Inscriptions aux vacances d’automne : 318 enfants, c’est 40 de plus que l’an dernier. Nous ouvrons un groupe à Juzennecourt, grâce à la salle prêtée par la commune.""", Service.SCHOOLS)
                .thanks(26)
                .then(JULIEN, "Qui anime à Juzennecourt ?")
                .reply(BRUNO, "Toi, si tu dis oui avant vendredi.")
                .then(JULIEN, "Oui. Avec la malle de déguisements.");
        post(MELANIE, "39 18:20", """
                Question d’un élève ce soir à la garderie : « Est-ce que le viaduc dort la nuit ? » J’ai dit que oui, une arche sur deux. Il a trouvé ça raisonnable.""", AGENTS)
                .picture("viaduc-soir", "Le viaduc de Chaumont la nuit sous la lune, un train éclairé le traverse.")
                .thanks(146)
                .then(MARINE, "Je la replace dans la prochaine visite guidée.")
                .then(
                        BERNADETTE,
                        "Nous avons les plans d’origine : cinquante arches, donc vingt-cinq dorment. Le compte est bon.");
        post(SANDRINE, "33 07:45", """
                Deux collègues absentes ce matin aux Petits Pas. Si une auxiliaire de Nogent peut venir de 10 h à 14 h, nous tenons l’accueil de tous les enfants.""", Service.EARLY_CHILDHOOD)
                .thanks(12)
                .then(AICHA, "Nous sommes en nombre, Charlotte part maintenant avec la voiture partagée.")
                .then(SANDRINE, "Merci Nogent ! Aucun parent n’a dû repartir.");
        post(BRIGITTE, "27 11:15", """
                Je cherche des bouchons, des rouleaux de carton et des boîtes d’œufs pour la fresque de la maternelle. Tout, en quantité déraisonnable.""", Group.SCHOOL_LIFE)
                .thanks(18)
                .then(MELANIE, "J’ai trois sacs au Viaduc.")
                .then(JULIEN, "À Froncles, on collectionne. Six cents bouchons, tous bleus.")
                .reply(BRIGITTE, "La mer est réglée, merci.");
        post(LAURA, "21 15:30", """
                À la sieste, silence complet pendant onze minutes. Onze. L’équipe a chuchoté un toast à l’eau plate.""", AGENTS)
                .thanks(158)
                .then(SANDRINE, "Record battu, le précédent datait de mars.")
                .then(REMI, "À la piscine, le record est de zéro.");
        post(CLAIRE, "16 10:00", """
                Le Projet éducatif de territoire est signé pour trois ans. Il dit une chose simple : un enfant de Mirbel a droit aux mêmes mercredis qu’un enfant de Chaumont. Merci à ceux qui l’ont écrit, et à ceux qui vont le faire.""", EVERYONE)
                .thanks(67)
                .then(Elected.MICHELE, "Un travail de fourmi, avec toutes les écoles. Bravo.")
                .then(BRUNO, "Le transport du mercredi midi commence en janvier.")
                .then(Elected.KARINE, "À Sexfontaines, les familles attendaient cela depuis longtemps.");
        post(
                        MELANIE,
                        "11 17:55",
                        "Les enfants du Viaduc ont écrit aux agents de la voirie pour les remercier de « mettre du sel sur la route comme maman sur les frites ». L’original est à l’accueil du siège.",
                        AGENTS)
                .picture("affiche", "Une affiche aux trois grandes arches colorées, bleue, rouge et jaune.")
                .thanks(186)
                .then(AURORE, "Affichée dans les trois dépôts. C’est la meilleure fiche de poste que j’aie lue.")
                .then(SYLVAIN, "Dites-leur qu’on met moins de sel que leur maman.");
        post(
                        SANDRINE,
                        "6 13:00",
                        "« Trois jours de remplacement à l’autre bout du territoire, deux heures de route, et le sourire en arrivant. Merci à celle qui a tenu la section des moyens comme si elle l’avait toujours connue. »",
                        AGENTS)
                .bravo(AICHA)
                .thanks(72)
                .then(LAURA, "Les moyens réclament Aïcha. Ils signent « encore ».");
        post(
                        BRUNO,
                        "4 08:50",
                        "Rappel pour les cantines et garderies : les listes du jour sont à jour sur le réseau à 8 h 30. Plus besoin de les imprimer, sauf pour l’exercice d’évacuation.",
                        Service.SCHOOLS)
                .thanks(24)
                .then(BRIGITTE, "Je garde mon crayon par superstition.");
        post(
                        BRIGITTE,
                        "-70m",
                        "Ce matin les petits de Biesles ont attendu la benne 7 à la fenêtre. Deux coups de klaxon. Vingt-deux enfants heureux jusqu’à midi. Merci @KARIM.",
                        AGENTS)
                .thanks(91)
                .then(KARIM, "Il y en avait un qui saluait comme un général.")
                .reply(
                        BRIGITTE,
                        "C’est Marius. Il veut conduire la benne. Ou devenir la benne, on ne sait pas encore.");
    }
}
