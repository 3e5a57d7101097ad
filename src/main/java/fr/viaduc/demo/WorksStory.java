package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** The station square and other works. */
final class WorksStory extends Story {

    @Override
    void tell() {
        post(AURORE, "65 10:00", """
                Place de la Gare : les réseaux d’eau sont finis, on attaque les sols. Stationnement réduit à 30 places jusqu’à fin du mois, cheminement piéton maintenu côté gare routière.""", EVERYONE)
                .picture(
                        "chantier",
                        "Une pelle mécanique jaune creuse une tranchée dans une rue de maisons claires, deux agents casqués surveillent.")
                .thanks(48)
                .then(MAELLE, "Les quais de bus sont déplacés de soixante mètres, les panneaux sont posés.")
                .then(NADEGE, "Avez-vous un plan simple pour l’accueil ? On nous demande chaque jour où se garer.")
                .reply(AURORE, "Oui, déposé dans le groupe et imprimé pour l’accueil.");
        post(
                        LUCIE,
                        "59 14:30",
                        "Traversée sous la place terminée : 180 mètres de conduite neuve, deux vannes de sectionnement. La prochaine fuite ne coupera plus tout le quartier.",
                        Group.STATION_SQUARE)
                .thanks(15)
                .then(AURORE, "Parfait, l’enrobé commence lundi.")
                .then(Elected.JACKY, "Bonne coordination entre services, cela se voit sur le planning.");
        post(AURORE, "50 17:20", """
                Réunion de chantier n° 14 : le fournisseur de pierre a quatre jours de retard. On inverse deux tâches, la date de livraison ne bouge pas. Compte rendu demain matin.""", Group.STATION_SQUARE)
                .thanks(12)
                .then(ALAIN, "L’électricien peut avancer sur les fourreaux.")
                .then(FABIEN, "Je suis disponible jeudi pour contrôler les mises à la terre.");
        post(PASCAL, "44 09:30", """
                Les fosses d’arbres sont prêtes : neuf mètres cubes de terre chacune, un drain, une ceinture de cailloux. Un arbre en ville, c’est d’abord un trou bien fait.""", AGENTS)
                .picture(
                        "chantier",
                        "Une pelle mécanique jaune creuse une tranchée dans une rue de maisons claires, deux agents casqués surveillent.")
                .thanks(86)
                .then(MANON, "Et trente-quatre trous, c’est trente-quatre fois le même mal de dos.")
                .then(ANNE_LAURE, "D’où la mini-pelle. N’est-ce pas ?")
                .reply(PASCAL, "D’où la mini-pelle, oui, pour trente-trois.");
        post(
                        AURORE,
                        "38 11:00",
                        "Quelles essences pour le bosquet central ? Les trois tiennent la sécheresse et le sel. L’avis du groupe sera suivi.",
                        Group.STATION_SQUARE)
                .poll(9, "Érable champêtre", "Charme-houblon", "Micocoulier")
                .won(1)
                .thanks(9)
                .then(PASCAL, "Le charme-houblon sent bon après la pluie. Je dis ça, je ne dis rien.")
                .then(Elected.GUY, "L’érable nourrit les abeilles. Je dis ça aussi.")
                .then(AURORE, "Charme-houblon à 61 %. Les abeilles auront les tilleuls, côté sud.");
        post(AURORE, "20 16:20", """
                Place de la Gare : les arbres sont plantés. Étape 5 sur 6, éclairage et mobilier. Livraison prévue avant les vacances d’hiver.""", EVERYONE)
                .picture("rue-avant", "La même place avant les travaux : goudron fissuré, flaque et voitures garées.")
                .picture(
                        "rue-apres",
                        "Une place piétonne pavée de pierre claire, des arbres et deux personnes assises sur un banc.")
                .thanks(127)
                .then(
                        Elected.GERARD,
                        "Une très belle transformation. Merci à toutes les équipes, de la voirie au dernier jardinier.")
                .then(PASCAL, "Le dernier jardinier remercie le président.")
                .then(MAELLE, "Les usagers du bus ont enfin de l’ombre. Enfin, dans quatre ans.")
                .then(LEILA, "Les étudiants en graphisme proposent une fresque pour la palissade !");
        post(
                        ALAIN,
                        "32 08:45",
                        "Toiture du gymnase de la Rochotte : étanchéité refaite, garantie dix ans. Le seau jaune du vestiaire 2 part à la retraite après huit hivers de service.",
                        AGENTS)
                .thanks(54)
                .then(CORINNE, "Discours, médaille, verre de l’amitié.")
                .then(SERGE, "Je demande sa titularisation rétroactive.");
        post(
                        FABIEN,
                        "26 13:30",
                        "Passage de l’école de Vignory aux ampoules basse consommation terminé. Consommation divisée par trois, et la directrice voit enfin ses élèves du fond.",
                        Service.BUILDINGS)
                .thanks(18)
                .then(ALAIN, "Foulain en janvier, Biesles en février.");
        post(
                        SERGE,
                        "15 07:30",
                        "Chaufferie de Jean-Moulin : panne à 6 h, pièce trouvée à Langres, chauffage revenu à 9 h 50. Les enfants ont gardé leurs manteaux et chanté.",
                        AGENTS)
                .thanks(79)
                .then(BRUNO, "Merci ! La directrice parle d’un miracle, je lui ai dit plombier.")
                .then(MELANIE, "Ils ont chanté « Petit escargot » quarante fois. Revenez vite en cas de panne.");
        post(AURORE, "10 09:50", """
                Les lampadaires arrivent vendredi. Je garde la réception prévue, mais sans marge. @DIDIER, peux-tu fermer la vanne provisoire jeudi matin ?""", Group.STATION_SQUARE)
                .thanks(6)
                .then(DIDIER, "Jeudi 7 h 30, c’est noté. Il faudra barrer la rue dix minutes.")
                .then(MAELLE, "Je préviens les conducteurs, le 7 h 35 attendra au feu.")
                .then(FABIEN, "Raccordement des dix-huit mâts lundi et mardi.");
        post(
                        AURORE,
                        "7 11:40",
                        "Radar pédagogique disponible pour les communes à partir du {+6}. Quinze jours par village, on l’installe et on le reprend.",
                        EVERYONE)
                .thanks(28)
                .then(Elected.ANDRE, "Ageville est candidate, la traversée nous inquiète.")
                .then(Elected.HERVE, "Esnouveaux ensuite, s’il vous plaît.")
                .then(AURORE, "Noté dans cet ordre. Les mesures vous seront envoyées, anonymes évidemment.");
        post(THIERRY, "3 16:50", """
                Contrôle de la nacelle passé sans réserve. Elle est prête pour les illuminations. Réservez-la, ne la « prenez » pas : hier elle était à deux endroits à la fois, sur le papier.""", Service.ROADS)
                .thanks(20)
                .then(PASCAL, "L’un des deux endroits, c’était moi. Pardon.");
        post(
                        FABIEN,
                        "2 08:15",
                        "Les illuminations de Nogent sont montées, celles de Bologne demain. À la demande des maires : extinction à 22 h 30.",
                        AGENTS)
                .picture("marche", "Un marché sur une place, étals de fruits et de légumes sous des auvents rayés.")
                .thanks(62)
                .then(INES, "C’est très joli vu de la maison de l’agglomération.")
                .then(DAMIEN, "Merci pour la guirlande du dépôt, on ne l’avait pas demandée. On la garde.");
        post(
                        AURORE,
                        "-4h",
                        "Place de la Gare, réunion de chantier n° 21 : les bancs sont posés. Douze bancs, dont quatre à la bonne hauteur pour se relever sans aide. Merci aux aînés de Chaumont qui les ont essayés.",
                        Group.STATION_SQUARE)
                .picture(
                        "rue-apres",
                        "Une place piétonne pavée de pierre claire, des arbres et deux personnes assises sur un banc.")
                .thanks(16)
                .then(Elected.JACKY, "On me signale que le troisième banc est le meilleur.")
                .then(PASCAL, "C’est le seul à l’ombre à 13 h. Vérifié avec un sandwich.");
        post(
                        CELINE,
                        "22 10:45",
                        "Permis de construire déposé pour la halle de Mandres-la-Côte. Le dossier est complet du premier coup, cela mérite d’être salué.",
                        Service.URBANISM)
                .thanks(11);
        post(
                        Elected.ETIENNE,
                        "19 19:10",
                        "Première pierre de la halle de Mandres-la-Côte samedi à 11 h. Les enfants de l’école apportent la boîte à souvenirs qui sera scellée dans le mur.",
                        Group.COMMUNES)
                .thanks(53)
                .then(BRIGITTE, "Que mettent-ils dedans ?")
                .reply(Elected.ETIENNE, "Un menu de cantine, une dent de lait et un dessin de la saleuse.")
                .then(JEAN_MARC, "Je suis entré dans l’histoire.");
    }
}
