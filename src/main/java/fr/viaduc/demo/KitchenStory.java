package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Twenty-five hundred meals a day. */
final class KitchenStory extends Story {

    @Override
    void tell() {
        post(MARTIAL, "63 15:00", """
                Nouveaux menus : deux repas végétariens par semaine au lieu d’un, et le bœuf vient désormais de Semoutiers. Les enfants ont goûté avant nous : le chili sans viande a eu 8 sur 10, le chou-fleur 3. Je prends le 3 comme un défi.""", EVERYONE)
                .picture(
                        "cantine",
                        "Trois enfants souriants attablés devant des plateaux colorés, dans un réfectoire à hautes fenêtres en arche.")
                .thanks(97)
                .then(FATIMA, "J’ai une idée pour le chou-fleur. Elle contient du fromage.")
                .then(Elected.GUY, "Merci d’avoir donné sa chance à l’élevage de la commune.")
                .then(DOMINIQUE, "À Nogent, on a rebaptisé le chou-fleur « nuage grillé ». Il n’en reste plus.");
        post(
                        DOMINIQUE,
                        "55 14:10",
                        "Pesée du jour à Nogent : 41 grammes de restes par enfant. Le mois dernier, 87. La recette : servir moins, resservir mieux, et laisser choisir entre petite et grande faim.",
                        Group.COOKS)
                .thanks(37)
                .then(MARTIAL, "C’est le meilleur chiffre des trois cantines. Tu nous racontes mardi ?")
                .then(FATIMA, "Bologne à 63, on vous rattrape.");
        post(FATIMA, "48 06:15", """
                Six heures. Deux cents kilos de carottes. Une radio qui grésille et quatre voix. La cuisine centrale est le plus bel endroit de l’agglomération avant le lever du soleil.""", AGENTS)
                .thanks(139)
                .then(AGATHE, "Quatre voix ? La chorale du midi vous attend.")
                .reply(FATIMA, "On chante faux, mais très fort.")
                .then(KARIM, "On vous entend depuis la benne. On fait la basse.");
        post(
                        MARTIAL,
                        "41 16:30",
                        "Panne de la cellule de refroidissement à 14 h. @SERGE est arrivé avant que j’aie fini d’expliquer. Rien de perdu. Il a refusé le dessert, puis il a accepté.",
                        Service.CATERING)
                .thanks(22);
        post(
                        MARTIAL,
                        "34 11:20",
                        "Semaine du goût : quelle soupe pour le grand repas commun du 4e jeudi ? Servie dans les 26 écoles le même jour.",
                        AGENTS)
                .poll(
                        8,
                        "Potimarron et châtaigne",
                        "Poireau et pomme de terre",
                        "Lentilles et carotte",
                        "Une surprise du chef")
                .thanks(34)
                .then(MELANIE, "Les enfants votent aussi. Ils ont dit « frites ». J’ai expliqué.")
                .then(REMI, "Surprise du chef, évidemment.")
                .then(MARTIAL, "Potimarron gagne, la surprise finit deuxième. Je suis vexé et flatté.");
        post(
                        DOMINIQUE,
                        "28 13:40",
                        "Une petite fille de CE1 m’a demandé la recette des lentilles « pour ma mamie qui vit seule ». Je la lui ai recopiée, pour une personne.",
                        AGENTS)
                .thanks(231)
                .then(MARTIAL, "J’encadre celle-là.")
                .then(BRIGITTE, "C’est pour des moments comme ça qu’on se lève.")
                .then(CLAIRE, "Merci de l’avoir partagée.");
        post(
                        FATIMA,
                        "20 10:30",
                        "Recette testée : gâteau au yaourt sans œuf ni lait, pour que tous les enfants aient le même dessert le jour des anniversaires. Il est bon. Pas bon « pour un gâteau sans œuf ». Bon.",
                        Group.COOKS)
                .thanks(46)
                .then(DOMINIQUE, "Servi à 180 enfants, personne n’a rien remarqué. Même les adultes.")
                .then(MARTIAL, "Adopté dès janvier. La fiche est dans les documents du groupe.");
        post(
                        MARTIAL,
                        "13 08:00",
                        "Verglas : les livraisons partent à 7 h 30. Les cantines ont du secours sec pour un repas, et personne n’aime le secours sec. Merci à la voirie de nous ouvrir la route !",
                        AGENTS)
                .thanks(44)
                .then(JEAN_MARC, "Priorité au gratin, c’est notre devise.");
        post(
                        ODILE,
                        "9 14:00",
                        "Prix moyen de l’assiette : 2,31 euros de denrées, dont 41 % de produits locaux ou sous label. L’an dernier : 2,28 et 33 %. Le contrôle de gestion s’incline devant la cuisine.",
                        EVERYONE)
                .thanks(58)
                .then(MARTIAL, "Notre secret : acheter des carottes tordues.")
                .then(Elected.MICHELE, "Des chiffres à faire connaître aux parents.");
        post(
                        DOMINIQUE,
                        "4 13:55",
                        "On cherche dix minutes d’aide pour installer le buffet du goûter des aînés à Nogent, le {+3} à 14 h. Tabliers fournis.",
                        Place.NOGENT_CANTEEN)
                .thanks(9);
        post(
                        MARTIAL,
                        "2 15:15",
                        "« Quarante repas de plus annoncés à 10 h 40, servis à 12 h. Elle n’a pas dit un mot, elle a allumé un feu de plus. »",
                        AGENTS)
                .bravo(FATIMA)
                .thanks(84)
                .then(FATIMA, "J’ai dit un mot. Mais en arabe.")
                .then(DOMINIQUE, "Quelle cheffe.");
        post(
                        FATIMA,
                        "-26m",
                        "Il reste une caisse de pommes du verger de Riaucourt à l’entrée de la cuisine. Servez-vous, elles ne passeront pas le week-end.",
                        Place.CENTRAL_KITCHEN)
                .thanks(7);
        post(
                        MARTIAL,
                        "2 11:40",
                        "Repas de fin d’année des agents, cuisiné ici, servi sur les neuf sites. Quel plat au milieu de la table ?",
                        AGENTS)
                .poll(
                        8,
                        "Pot-au-feu de la ferme de Luzy",
                        "Truite des sources au lard",
                        "Lasagnes de courge, sans viande")
                .thanks(61)
                .then(DOMINIQUE, "Trois plats, une seule vaisselle. Votez bien.")
                .then(KARIM, "Et si l’on aime les trois ?")
                .reply(MARTIAL, "On revient en janvier.");
    }
}
