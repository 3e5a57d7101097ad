package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Councils, communes and elected officials. */
final class CouncilStory extends Story {

    @Override
    void tell() {
        post(
                        VERONIQUE,
                        "60 09:30",
                        "Conseil communautaire le {+9} à 18 h 30, salle du conseil. Les convocations sont dans « Mes documents » de chaque élu ; les conseillers municipaux y trouvent aussi l’ordre du jour.",
                        EVERYONE)
                .thanks(24)
                .then(Elected.YVES, "Bien reçu, et lisible sur mon téléphone.")
                .then(Elected.ODETTE, "Merci, plus besoin de relever la boîte de la mairie trois fois par jour.");
        post(Elected.GERARD, "51 20:40", """
                Conseil de ce soir : le plan vélo est adopté, la dotation aux petites communes est maintenue, et la séance a fini avant 21 h. Les trois méritaient un vote.

                Merci aux services pour des rapports courts et clairs.""", Group.COMMUNES)
                .thanks(68)
                .then(Elected.PATRICK, "Et un budget tenu. On peut aussi s’en réjouir.")
                .then(ODILE, "On s’en réjouit beaucoup aux finances, à notre manière : en silence.");
        post(
                        Elected.COLETTE,
                        "46 10:10",
                        "À Colombey, le marché de la Saint-Martin a réuni 46 exposants sous un soleil inattendu. Merci à la voirie pour les barrières et à l’office pour les panneaux.",
                        Group.COMMUNES)
                .picture("marche", "Un marché sur une place, étals de fruits et de légumes sous des auvents rayés.")
                .thanks(52)
                .then(MARINE, "Nous avons épuisé les plans du sentier. Réimpression lancée.")
                .then(FATIMA, "Le fromage de la troisième allée, je n’ai rien d’autre à déclarer.");
        post(
                        Elected.BERNARD,
                        "40 11:30",
                        "Biesles passe en extinction nocturne de 23 h à 5 h. Après trois mois d’essai, aucune plainte, une économie de 38 %, et un ciel que nos enfants ne connaissaient pas.",
                        Group.COMMUNES)
                .thanks(74)
                .then(BRIGITTE, "Les petits ont dessiné la Grande Ourse. Elle a quatre pattes et un chapeau.")
                .then(Elected.EVELYNE, "Brethenay s’y met au printemps.");
        post(
                        Elected.MARYSE,
                        "34 17:15",
                        "Question aux collègues maires : qui mutualise un broyeur de branches ? Curmont seul, ce serait un caprice.",
                        ELECTED_OFFICIALS)
                .thanks(11)
                .then(Elected.MAURICE, "Lachapelle en est.")
                .then(Elected.RENE, "Gillancourt aussi. Et l’agglomération en prête un, avant d’acheter.")
                .then(Elected.MARYSE, "Alors on commence par celui-là. Merci !");
        post(
                        Elected.FLORENCE,
                        "29 09:00",
                        "Luzy cherche une idée pour son ancien lavoir. Budget modeste, toiture saine, beaucoup d’hirondelles.",
                        Group.COMMUNES)
                .thanks(34)
                .then(ESTELLE, "Une boîte à livres et des lectures d’été ? Le bibliobus passe à deux pas.")
                .then(BERNADETTE, "Nous avons une photo du lavoir en 1911, avec onze laveuses et un chien.")
                .then(Elected.FLORENCE, "Les deux, alors. Le chien surtout.");
        post(
                        VERONIQUE,
                        "24 16:20",
                        "Les procès-verbaux des trois derniers conseils sont en ligne. À la demande de plusieurs mairies, ils commencent par une page de résumé en phrases simples.",
                        EVERYONE)
                .thanks(39)
                .then(Elected.GEORGES, "À Thivet, le résumé est affiché à l’abribus. Il est lu.");
        post(
                        Elected.NICOLE,
                        "19 18:10",
                        "Transport à la demande : 214 trajets en octobre dans la vallée de la Marne, deux fois plus qu’au lancement. Une dame de Vignory l’appelle « mon taxi du marché ».",
                        Group.COMMUNES)
                .thanks(47)
                .then(MAELLE, "Elle réserve pour deux : son caddie a sa place.")
                .then(Elected.ALBERT, "Soncourt confirme, le car du vendredi est plein.");
        post(
                        Elected.XAVIER,
                        "15 12:10",
                        "Inauguration d’un atelier de coutellerie dans la zone de Nogent : quatre emplois, deux apprentis et un savoir-faire qui reste. Merci au service économique.",
                        Group.COMMUNES)
                .thanks(58)
                .then(OLIVIER, "Dix-huit mois de travail, et un local trouvé grâce à la secrétaire de mairie.")
                .then(INES, "Elle rougit.");
        post(
                        Elected.HELENE,
                        "12 08:20",
                        "Ce matin à Bologne, permanence numérique à la mairie : neuf habitants, deux mots de passe retrouvés, une photo de petit-fils enfin ouverte. Des larmes aussi.",
                        Group.COMMUNES)
                .thanks(81)
                .then(THOMAS, "La bibliothèque peut prendre le relais le samedi.")
                .then(Elected.HELENE, "Avec joie. Parlons-en jeudi ?");
        post(
                        VERONIQUE,
                        "8 15:35",
                        "Réunion des secrétaires généraux le {+5}. Un seul sujet : la dématérialisation des actes, et ce que cela change vraiment pour une mairie ouverte quatre heures par semaine.",
                        EVERYONE)
                .thanks(21)
                .then(MARTINE, "Quatre heures et dix minutes, on ferme en retard.");
        post(
                        Elected.GERARD,
                        "4 18:45",
                        "Visite des équipes de nuit de la voirie et de la cuisine centrale avant l’aube. On comprend beaucoup d’une maison à 5 h du matin. Merci de l’accueil, et du café.",
                        Group.COMMUNES)
                .thanks(126)
                .then(SYLVAIN, "Il a tenu la pelle correctement.")
                .then(FATIMA, "Et épluché trois carottes. Nous en attendions quatre.");
        post(
                        Elected.YVES,
                        "2 19:20",
                        "À Poinson-lès-Nogent, la salle des fêtes a son rideau, ses chaises et son poêle. Bal samedi. Les agents de l’agglomération sont invités, sans cravate et avec souliers solides.",
                        Group.COMMUNES)
                .thanks(61)
                .then(JEAN_MARC, "J’y serai, avec madame et les souliers.")
                .then(KARIM, "La benne aussi, mais lundi.")
                .then(Elected.DENISE, "Vitry apporte les tartes.");
        post(
                        Elected.MICHELE,
                        "-7h",
                        "Conseil d’école à Froncles hier soir : les parents ont remercié les animateurs, longuement, par leurs prénoms. Je transmets, c’est rare et précieux.",
                        Group.COMMUNES)
                .thanks(44)
                .then(JULIEN, "On a relu le message trois fois, dont une à voix haute.");
        post(
                        Elected.GUY,
                        "45 18:00",
                        "Les derniers tournesols de Semoutiers sont rentrés. La moitié de l’huile ira à la cuisine centrale : du champ à la poêle, neuf kilomètres.",
                        Group.COMMUNES)
                .picture("champs", "Des champs dorés et des bottes de paille, le clocher d’un village au loin.")
                .thanks(57)
                .then(MARTIAL, "Goûtée hier. Les frites du vendredi vont entrer dans une autre dimension.")
                .then(Elected.SOLANGE, "Et le tourteau aux vaches, qui finissent au menu. La boucle est bouclée.");
        post(
                        ROMAIN,
                        "17 11:45",
                        "La cérémonie du 11 novembre a rassemblé 31 communes. Merci à l’école de musique, aux porte-drapeaux et aux services qui ont monté et démonté sous la pluie.",
                        EVERYONE)
                .thanks(40)
                .then(AGATHE, "Les élèves ont joué sans une fausse note, avec des doigts gelés.");
    }
}
