package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** The first frosts: lorries, salt, early hours. */
final class WinterServiceStory extends Story {

    @Override
    void tell() {
        post(AURORE, "34 09:10", """
                La veille hivernale commence lundi. Trois secteurs, trois équipes d’astreinte, un seul numéro pour les mairies.

                Les plannings sont affichés dans les dépôts. Si une date ne va pas, dites-le-moi avant vendredi, pas la veille au soir.""", Service.ROADS)
                .thanks(21)
                .then(DAMIEN, "Nogent complet jusqu’à Noël. Jean-Marc a déjà ciré ses bottes.")
                .then(JEAN_MARC, "Graissé. On cire pour les mariages.")
                .then(SYLVAIN, "Bologne : il me manque quelqu’un la troisième semaine de janvier.")
                .reply(AURORE, "Vu avec Chaumont, tu auras un renfort. Merci de l’avoir dit tôt.");
        post(THIERRY, "31 16:20", """
                Les trois saleuses sont prêtes : trémies nettoyées, chaînes contrôlées, gyrophares changés sur la 02. La lame biaise est montée à Nogent.

                Celui qui a laissé un sandwich dans la boîte à gants de la 03 peut venir le chercher. Ou pas.""", Service.ROADS)
                .thanks(34)
                .then(SYLVAIN, "Quel genre de sandwich ?")
                .reply(THIERRY, "D’une espèce disparue.")
                .then(JEAN_MARC, "Pour la lame : un grand merci à l’atelier, vous avez fini à 19 h.");
        post(JEAN_MARC, "12 06:50", """
                Premier essai de la nouvelle lame biaise ce matin entre Biesles et Mandres-la-Côte. Elle passe dans les rues étroites sans toucher les bordures. Merci à @THIERRY et à l’atelier.""", AGENTS)
                .picture(
                        "neige",
                        "Une déneigeuse orange à lame rouge avance de face sur une route enneigée, sous un ciel gris.")
                .thanks(88)
                .then(
                        BRIGITTE,
                        "Je t’ai vu passer devant l’école à 7 h. Les petits ont fait coucou jusqu’à ce que tu tournes au cimetière.")
                .reply(JEAN_MARC, "J’ai répondu deux coups de gyrophare. C’est réglementaire dans ce cas.")
                .then(AURORE, "Bravo à toute l’équipe. On fait le point mardi sur les virages du bas de Biesles.")
                .then(
                        MARTINE,
                        "Est-ce qu’elle viendrait jusqu’à Lachapelle-en-Blaisy ? La côte du lavoir nous inquiète chaque hiver.")
                .reply(AURORE, "Oui, dès cette semaine. Je vous appelle pour repérer les bouches d’égout.");
        post(SYLVAIN, "9 05:35", """
                Brouillard givrant entre Vignory et Froncles, le pont de la Marne est une patinoire. Salé à 5 h, je repasse à 6 h 30. Prévenez ceux qui montent à la déchetterie.""", Group.WINTER)
                .thanks(17)
                .then(PATRICIA, "Bien reçu, on ouvrira à 9 h 30 et je saupoudre la rampe moi-même.")
                .then(JULIEN, "Merci, j’ai prévenu les parents de la garderie : pas de retard, mais prudence.")
                .then(DAMIEN, "Rien chez nous, ciel couvert, deux degrés. On garde les moteurs chauds.");
        post(DAMIEN, "8 14:05", """
                Point sel : 212 tonnes à Semoutiers, 64 à Nogent, 58 à Bologne. Une livraison de 90 tonnes arrive jeudi. On ne sale pas « pour voir » : on sale quand la route le demande.""", Group.WINTER)
                .thanks(12)
                .then(
                        AURORE,
                        "Exact. L’an dernier, une sortie sur cinq était inutile. C’est du sel, des heures, et des rivières.")
                .then(LUCIE, "Les captages de Luzy vous remercient. On a mesuré la différence.");
        post(BENOIT, "7 17:30", """
                Verglas annoncé demain entre 4 h et 9 h sur tout le plateau.

                * Les équipes de voirie sortent à 3 h 30.
                * Les tournées de collecte partent à 7 h au lieu de 5 h.
                * L’accueil du siège ouvre à 9 h 30.
                * Personne ne prend de risque pour être à l’heure : un retard de verglas ne se décompte pas.""", AGENTS)
                .thanks(142)
                .then(KARIM, "Merci. Deux heures de sommeil en plus, Morgan ne va pas s’en remettre.")
                .reply(MORGAN, "J’ai mis trois réveils pour être sûr de me rendormir.")
                .then(NADEGE, "J’ai mis l’affiche sur la porte et le message au standard.")
                .then(MELANIE, "La garderie du Viaduc ouvre comme d’habitude, deux d’entre nous habitent à pied.")
                .then(CHRISTELLE, "Je confirme pour le décompte : rien à poser, rien à rattraper.");
        post(JEAN_MARC, "6 10:15", """
                Dix-sept heures de route à nous quatre, zéro accident sur le secteur. Le boulanger de Mandres nous a gardé des chaussons. Voilà pourquoi on fait ce métier.""", AGENTS)
                .thanks(167)
                .then(ELODIE, "Je peux venir avec vous une nuit, pour raconter ? Je ne parle pas avant le café.")
                .reply(JEAN_MARC, "Rendez-vous à 3 h au dépôt. Prenez des chaussettes.")
                .then(PHILIPPE, "Bravo et merci à tous les équipages.")
                .then(DOMINIQUE, "Ici à la cantine on était ravis de vous voir passer : le camion frigo vous suivait.")
                .then(ANNE_LAURE, "Et vous avez bien pris vos repos ensuite, n’est-ce pas ?")
                .reply(DAMIEN, "Oui madame. Feuille signée, rideaux tirés.");
        post(ELODIE, "4 08:40", """
                Cette nuit, j’ai vu le viaduc depuis une cabine de saleuse, à 4 h 10, sous la lune. Le portrait de l’équipe paraît vendredi. Tous ont relu, tous ont donné leur accord pour les photos.""", AGENTS)
                .picture("viaduc-soir", "Le viaduc de Chaumont la nuit sous la lune, un train éclairé le traverse.")
                .thanks(121)
                .then(JEAN_MARC, "Elle n’a pas parlé avant le café. Elle avait prévenu.")
                .then(LEA, "La prochaine fois, c’est moi. J’ai les chaussettes.");
        post(Elected.JACKY, "3 11:20", """
                Au nom des maires du secteur est, merci aux agents de voirie. À Nogent, les cars scolaires sont passés tous les matins. On l’oublie quand ça marche.""", Group.COMMUNES)
                .thanks(96)
                .then(AURORE, "Merci Monsieur le vice-président, c’est transmis et affiché au dépôt.")
                .then(JEAN_MARC, "Ça fait plaisir. On garde le café au chaud si vous passez.")
                .then(Elected.ETIENNE, "Même chose à Mandres-la-Côte. Et la lame ne mange plus nos bordures !");
        post(AURORE, "2 15:00", """
                Qui peut échanger sa nuit du {+4} ? Un collègue devient papa, la date n’est pas négociable.""", Service.ROADS)
                .thanks(9)
                .then(SYLVAIN, "Je prends. Qu’il pense au prénom Sylvain.")
                .reply(AURORE, "Transmis. C’est une fille.")
                .reply(SYLVAIN, "Sylvaine, alors.");
        post(PHILIPPE, "-5h", """
                Pluie verglaçante possible {+1} avant 9 h, sur le plateau et dans la vallée de la Traire. Mêmes consignes que la semaine dernière : l’accueil du siège ouvre à 9 h 30, personne ne prend de risque pour être à l’heure.""", AGENTS)
                .pinned()
                .thanks(88)
                .then(AURORE, "Trois équipages à 3 h 30, deux en réserve. Le sel est chargé.")
                .then(NADEGE, "Affiche posée, standard prévenu.");
        post(AURORE, "3 09:10", """
                Prise en main de la nouvelle étrave : une heure au dépôt de Nogent avec le constructeur. Quel jour vous arrange ?""", Service.ROADS)
                .poll(7, "Lundi à 8 h", "Mardi à 13 h 30", "Jeudi à 8 h")
                .thanks(14)
                .then(JEAN_MARC, "Mardi, l’équipe est au complet.")
                .then(SYLVAIN, "Mardi aussi. Le lundi, l’étrave c’est moi.");
        post(AURORE, "4 09:05", """
                Conduite en service hivernal : ce qui change cette saison.

                * Deux personnes par saleuse entre 22 h et 6 h, sans exception.
                * Vitesse limitée à 40 km/h dès que la lame est baissée, 50 km/h en épandage.
                * Pause de vingt minutes toutes les trois heures, moteur arrêté, notée sur la feuille de route.
                * Arrêt immédiat sans visibilité à trente mètres : on prévient la permanence, on attend, personne ne le reprochera.

                La feuille de route papier reste dans chaque cabine.""", Service.ROADS)
                .asks("note", 3, true, 62)
                .thanks(18)
                .then(
                        DAMIEN,
                        "Lue avec l’équipe de Nogent ce matin, au café. Les exemplaires papier sont dans les cabines.")
                .then(SYLVAIN, "La pause moteur arrêté, on la prend où quand il gèle à moins dix ?")
                .reply(
                        AURORE,
                        "Au centre de secours le plus proche : c’est convenu avec eux, la liste est sur la feuille de route.");
        post(JEAN_MARC, "-38m", """
                Route de Poinson dégagée, arbre couché évacué avec l’équipe d’élagage. Circulation normale. Attention aux feuilles mouillées dans la descente.""", AGENTS)
                .thanks(23)
                .then(MANON, "Le frêne était creux depuis deux ans. On passe voir ses deux voisins demain.")
                .then(MAELLE, "Merci, je rouvre l’arrêt du car de 16 h 50.");
        post(DAMIEN, "1 07:20", """
                Les nouvelles parkas sont arrivées. Tailles du M au 4XL, bandes neuves, poches qui ferment. Essayage au dépôt de Nogent jusqu’à vendredi.""", Service.ROADS).thanks(15).then(JEAN_MARC, "Enfin une poche pour la thermos.");
        post(SYLVAIN, "15 13:10", """
                Astuce pour ceux qui débutent sur la lame : levez avant les ralentisseurs, pas sur. Votre dos et @THIERRY vous diront merci.""", Group.WINTER)
                .thanks(19)
                .then(THIERRY, "Surtout Thierry.")
                .then(JEAN_MARC, "Et baissez le son de la radio, on entend mieux la lame.");
        post(MARTINE, "11 09:45", """
                Question d’une commune : qui sale la place devant l’église, l’agglomération ou la mairie ?""", Group.WINTER)
                .thanks(6)
                .then(
                        AURORE,
                        "Les voies communautaires, c’est nous. La place, c’est la commune, mais nous prêtons le sel : un bac de 200 litres sur demande.")
                .reply(MARTINE, "Parfait, j’en demande trois. Et je note la réponse pour les autres.");
    }
}
