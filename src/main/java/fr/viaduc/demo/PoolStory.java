package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** The pool: lessons, boiler, works to come. */
final class PoolStory extends Story {

    @Override
    void tell() {
        post(REMI, "60 12:30", """
                Aujourd’hui, vingt-quatre enfants de l’école du Viaduc ont mis la tête sous l’eau pour la première fois. Vingt-trois sont ressortis en riant. Le vingt-quatrième voulait y rester.""", EVERYONE)
                .picture("piscine", "Une nageuse dans un grand bassin à lignes d’eau, sous l’œil d’un maître-nageur.")
                .thanks(104)
                .then(MELANIE, "Ils en ont parlé toute la garderie. Toute.")
                .then(
                        CORINNE,
                        "Objectif : que chaque enfant du territoire sache nager avant la sixième. On y est à 91 %.")
                .then(Elected.ETIENNE, "Et nous irons chercher les 9 % qui manquent.");
        post(YANNICK, "53 08:00", """
                L’eau est à 27,8 degrés au lieu de 28. Avant de m’écrire : oui, c’est voulu. Trois dixièmes, c’est 40 mégawattheures sur l’hiver.""", Service.SPORTS)
                .thanks(16)
                .then(REMI, "Les bébés nageurs restent à 32 ?")
                .reply(YANNICK, "Évidemment. Je n’ai pas de cœur de pierre, juste un compteur.")
                .then(
                        CORINNE,
                        "J’affiche l’explication à l’accueil, les habitués comprennent très bien quand on leur dit pourquoi.");
        post(CORINNE, "47 14:15", """
                L’étude de rénovation est lancée : petit bassin, chaufferie, vestiaires. Le bureau d’études passe trois jours avec nous la semaine prochaine. Montrez-lui ce qui vous fait perdre du temps, pas seulement ce qui est cassé.""", Group.POOL_WORKS)
                .thanks(14)
                .then(
                        YANNICK,
                        "La vanne trois quarts de tour qui en demande cinq. Je la lui présenterai personnellement.")
                .then(ALAIN, "Pensez aussi aux accès pompiers, c’est le moment.")
                .then(
                        Elected.ETIENNE,
                        "Le calendrier passera en commission sports. Merci de faire participer les équipes dès l’étude.");
        post(
                        REMI,
                        "42 17:40",
                        "Une personne a perdu un dentier dans le toboggan. Je n’invente rien. Le robot de bassin l’a retrouvé à 3 h du matin.",
                        Service.SPORTS)
                .thanks(29)
                .then(YANNICK, "Je confirme. J’ai cru à une attaque.")
                .then(CORINNE, "Rendue ce matin à sa propriétaire, qui nous a tous embrassés. Dents comprises.");
        post(CORINNE, "36 09:20", """
                Fermeture technique du {+5} au {+10} : vidange, contrôle des filtres, peinture des plages. La réouverture se fait avec l’aquagym, comme il se doit.""", EVERYONE)
                .thanks(20)
                .then(BRUNO, "Les créneaux scolaires sont reportés, les écoles ont reçu le nouveau planning.")
                .then(NADEGE, "Merci pour la date exacte, le standard vous dit merci.");
        post(YANNICK, "30 07:10", """
                Bassin vide. Vu du fond, c’est une cathédrale. Si quelqu’un veut prendre une photo, c’est aujourd’hui : demain on remplit, et cela dure cinquante heures.""", AGENTS)
                .thanks(77)
                .then(ELODIE, "J’arrive avec l’appareil !")
                .then(AGATHE, "Et l’acoustique ? Un violon au fond d’un bassin vide, j’en rêve.")
                .reply(YANNICK, "Vous avez jusqu’à 18 h.")
                .then(AGATHE, "Bach à 17 h, au pied de l’échelle, devant onze collègues et un seau. Inoubliable.")
                .then(ESTELLE, "Je cherche déjà comment mettre cela au programme.");
        post(
                        CORINNE,
                        "25 11:50",
                        "Les nouveaux horaires d’hiver vous conviennent-ils ? Réponse anonyme, résultats discutés en réunion de service.",
                        Service.SPORTS)
                .poll(10, "Oui", "Oui, sauf le samedi", "Non, parlons-en")
                .anonymously()
                .thanks(5)
                .then(REMI, "Merci de demander avant de décider.");
        post(REMI, "19 13:15", """
                Recyclage secourisme : quatorze collègues formés hier. Le mannequin Raymond a été ranimé quarante-deux fois. Il va bien.""", Group.FIRST_AIDERS)
                .thanks(33)
                .then(ANNE_LAURE, "Raymond est en arrêt de travail jusqu’à lundi.")
                .then(FABIEN, "J’ai appris à quel point c’est fatigant. Deux minutes, c’est long. Relayez-vous !");
        post(CORINNE, "14 16:05", """
                Le scénario retenu : petit bassin neuf, pompe à chaleur sur l’eau rejetée, vestiaires en deux blocs pour ne jamais fermer complètement. Merci à ceux qui ont pris le temps d’expliquer leur journée au bureau d’études.""", Group.POOL_WORKS)
                .thanks(25)
                .then(YANNICK, "Ils ont gardé l’idée de récupérer la chaleur des douches. Je vais encadrer la page.")
                .then(Elected.ETIENNE, "Présenté hier en commission, avis favorable à l’unanimité.")
                .then(LAURENT, "Je prépare la consultation. Publication avant la fin de l’année.");
        post(REMI, "8 18:45", """
                Monsieur Gaston, 78 ans, a nagé son premier vingt-cinq mètres ce soir. Il avait promis à son petit-fils. Toute la ligne d’à côté a applaudi.""", EVERYONE)
                .thanks(212)
                .then(LAURA, "J’ai les yeux qui piquent, et ce n’est pas le chlore.")
                .then(YANNICK, "Moi si, je règle ça.")
                .then(Elected.HELENE, "Quel beau métier vous faites.");
        post(
                        CORINNE,
                        "2 10:10",
                        "Il manque une personne pour l’accueil samedi de 9 h à 13 h. Volontaire à l’agglomération, formation caisse de dix minutes, café compris.",
                        AGENTS)
                .thanks(11)
                .then(MELANIE, "Je viens ! Cela me changera des lacets à refaire.")
                .reply(CORINNE, "Il y a aussi des lacets, mais mouillés. Merci Mélanie.");
        post(
                        YANNICK,
                        "-5h",
                        "Chaudière 2 relancée à 4 h 20, bassin à température pour l’ouverture. Personne n’a rien senti, et c’est tout l’intérêt.",
                        Service.SPORTS)
                .thanks(13)
                .then(CORINNE, "Récupérez vos heures cette semaine, c’est un ordre gentil.");
    }
}
