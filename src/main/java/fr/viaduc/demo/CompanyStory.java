package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** What colleagues share beside work. */
final class CompanyStory extends Story {

    @Override
    void tell() {
        post(
                        FATIMA,
                        "63 17:15",
                        "Je donne un lit de bébé à barreaux, propre, deux hauteurs. Contre rien, ou contre des mirabelles.",
                        Group.BARGAINS)
                .thanks(12)
                .then(GAEL, "Intéressé ! Pour mars. Nous ne l’avons encore dit à personne.")
                .reply(FATIMA, "Maintenant c’est à tout le groupe. Félicitations !");
        post(
                        REMI,
                        "59 13:40",
                        "Marche du mardi : onze personnes, six kilomètres, un héron. Le rythme est celui de la personne qui parle le plus.",
                        Group.WALKERS)
                .thanks(19)
                .then(NATHALIE, "Donc le mien.");
        post(
                        AGATHE,
                        "52 13:20",
                        "Répétition de ce midi : « Le Temps des cerises » tient debout, « Göttingen » demande encore un peu de velours.",
                        Group.CHOIR)
                .thanks(13)
                .then(FABIEN, "J’étais le velours manquant, pardon, chantier à Vignory.")
                .then(LAURA, "J’ai chanté Göttingen à la sieste. Résultat : onze minutes.");
        post(
                        MORGAN,
                        "47 12:35",
                        "Je cherche quelqu’un pour garder deux chats quatre jours. Ils sont polis. L’un des deux ment.",
                        Group.BARGAINS)
                .thanks(26)
                .then(MANON, "Je prends le menteur.")
                .then(MORGAN, "C’est un lot.");
        post(
                        NATHALIE,
                        "40 10:50",
                        "L’équipe de l’arbre de Noël se réunit jeudi à midi. Il nous faut deux conteurs, un père Noël qui tienne l’échelle et quelqu’un qui sache gonfler cent ballons.",
                        Group.CHILDREN_PARTY)
                .thanks(14)
                .then(JULIEN, "Conteur, présent.")
                .then(MELANIE, "Ballons. J’ai le souffle.")
                .then(SERGE, "Le père Noël, c’est oui. L’échelle, on verra avec la prévention.");
        post(
                        REMI,
                        "35 18:20",
                        "Dimanche, boucle du viaduc : dix kilomètres, départ à 9 h 30 de la gare, deux allures. Arrivée devant une soupe. Familles bienvenues. Comment venez-vous ?",
                        Group.WALKERS)
                .poll(5, "Je cours", "Je marche", "Je tiens la soupe")
                .thanks(17)
                .then(MARTIAL, "Je tiens la soupe. Évidemment.");
        post(
                        YANNICK,
                        "31 19:00",
                        "Prête remorque, 500 kilos, plancher refait. Retour avec le plein d’amitié.",
                        Group.BARGAINS)
                .thanks(15)
                .then(HUGO, "Samedi pour mon déménagement ? J’ai surtout des pots.")
                .reply(YANNICK, "Elle est à toi. Attache les pots.");
        post(
                        REMI,
                        "24 11:10",
                        "Photo d’arrivée de la boucle du viaduc : 43 participants, 61 bols de soupe. Les comptes ne sont pas bons et tout le monde s’en réjouit.",
                        AGENTS)
                .picture("viaduc-soir", "Le viaduc de Chaumont la nuit sous la lune, un train éclairé le traverse.")
                .thanks(115)
                .then(MARTIAL, "J’avais prévu large. Pas assez.")
                .then(SOPHIE, "Merci pour la deuxième allure. Et pour la troisième, la mienne.");
        post(
                        LAURA,
                        "18 17:35",
                        "Cherche costume de lutin taille adulte, pour la bonne cause. La bonne cause a deux ans et y croit dur comme fer.",
                        Group.BARGAINS)
                .thanks(23)
                .then(MELANIE, "J’en ai trois. Ne posez pas de question.");
        post(
                        NATHALIE,
                        "13 15:50",
                        "L’arbre de Noël des enfants aura lieu le {+14} à 15 h au gymnase de la Rochotte. Inscriptions auprès de votre référent de site ou ici. Goûter par la cuisine centrale, musique par l’école de musique.",
                        AGENTS)
                .thanks(94)
                .then(BRIGITTE, "Marius viendra avec ses deux bottes.")
                .then(KARIM, "Inscrits : trois enfants et un grand-père volontaire pour les chaises.")
                .then(ANNE_LAURE, "L’échelle du père Noël est remplacée par un escabeau. Affaire classée.");
        post(
                        FATIMA,
                        "9 18:00",
                        "Qui a le grand faitout émaillé bleu que j’ai prêté en septembre ? Il manque à la famille.",
                        Group.BARGAINS)
                .thanks(8)
                .then(THIERRY, "Il est à l’atelier. Avec le potimarron. Je le rapporte demain.");
        post(
                        AGATHE,
                        "5 13:18",
                        "Concert du hall : on ouvre avec « Le Temps des cerises », on finit avec ce que Karim a proposé et que je n’ose pas écrire ici.",
                        Group.CHOIR)
                .thanks(16)
                .then(KARIM, "C’est un classique. Des camions.");
        post(
                        REMI,
                        "1 12:50",
                        "Marche du mardi avancée à 12 h 10, la nuit tombe dans les têtes avant de tomber dehors. Gants conseillés.",
                        Group.WALKERS)
                .thanks(9)
                .then(NATHALIE, "Je serai là, avec un sujet de conversation pour six kilomètres.");
        post(
                        MANON,
                        "-50m",
                        "Donne six plants de fraisiers, robustes, nommés. Ils s’appellent tous Gariguette.",
                        Group.BARGAINS)
                .thanks(6)
                .then(LAURA, "La crèche les adopte !");
    }
}
