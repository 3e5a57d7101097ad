package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** First weeks, moves inside the house, departures. */
final class NewcomersStory extends Story {

    @Override
    void tell() {
        post(LEA, "30 10:15", """
                Bonjour à tous ! Léa, 20 ans, apprentie en communication. J’ai appris trois choses en une semaine : le viaduc a cinquante arches, le café du deuxième est meilleur, et il ne faut jamais dire « les techniques » à un service technique.""", AGENTS)
                .thanks(128)
                .then(AURORE, "Bienvenue ! Nous préférons « les magnifiques ».")
                .then(NADEGE, "Bienvenue Léa. Pour le café du deuxième, chut.")
                .then(ELODIE, "Elle a déjà corrigé deux de mes titres. Et elle avait raison.");
        post(
                        HUGO,
                        "29 12:40",
                        "Hugo, apprenti jardinier. Je cherche une chambre ou une colocation à Chaumont, pas trop loin des serres. Calme, ordonné, je fais pousser des tomates sur les rebords de fenêtre.",
                        Group.BARGAINS)
                .thanks(22)
                .then(FATIMA, "Ma voisine loue un studio rue Victoire. Je lui parle ce soir.")
                .then(HUGO, "J’ai le studio ! Le rebord de fenêtre est plein sud. Merci Fatima.");
        post(SOPHIE, "28 09:00", """
                Accueil des nouveaux collègues le {+6} à 9 h, salle des Arches : rencontre avec la direction, tour du territoire en bus (siège, dépôt, station d’épuration, crèche), repas à la cuisine centrale.""", Group.NEWCOMERS)
                .thanks(19)
                .then(INES, "Faut-il des bottes ?")
                .reply(SOPHIE, "Pour la station, oui. On en prête, du 36 au 46.")
                .then(GAEL, "Odeur modérée garantie, vent d’ouest.");
        post(
                        INES,
                        "25 16:30",
                        "Première semaine à la Maison de Nogent. J’ai délivré ma première réponse complète sans appeler personne : l’horaire de la déchetterie. Je suis très fière.",
                        Group.NEWCOMERS)
                .thanks(36)
                .then(MARTINE, "C’est ainsi que tout commence. Bientôt, un livret de famille.")
                .then(
                        LEA,
                        "Moi, j’ai envoyé un message à sept cents personnes avec une faute. C’est aussi une première.")
                .reply(SOPHIE, "Nous l’avons tous aimée, cette faute.");
        post(
                        INES,
                        "21 14:20",
                        "Question bête : comment sait-on qui remplace qui pendant une absence ?",
                        Group.NEWCOMERS)
                .thanks(7)
                .then(
                        SOPHIE,
                        "Il n’y a pas de question bête. Sur la fiche de la personne : « Pendant ce temps, adressez-vous à… »")
                .then(INES, "Trouvé. C’est même écrit en grand.");
        post(
                        HUGO,
                        "16 15:00",
                        "J’ai planté mon premier arbre à la place de la Gare. Un charme-houblon. Je compte repasser le voir dans quarante ans.",
                        EVERYONE)
                .picture(
                        "rue-apres",
                        "Une place piétonne pavée de pierre claire, des arbres et deux personnes assises sur un banc.")
                .thanks(176)
                .then(PASCAL, "Il a mis trois minutes à choisir le tuteur et dix à lui trouver un nom. C’est Gustave.")
                .then(Elected.GERARD, "Longue vie à Gustave, et à Hugo.")
                .then(MANON, "Gustave a déjà un rouge-gorge.");
        post(
                        SOPHIE,
                        "13 09:30",
                        "Mobilité interne : quatre collègues changent de métier ce trimestre. Une ATSEM rejoint la médiathèque, un chauffeur passe à l’atelier, une comptable devient conseillère en rénovation. Et un maître-nageur part aux archives : il dit qu’il cherche le silence.",
                        AGENTS)
                .thanks(97)
                .then(BERNADETTE, "Il l’aura. Sauf quand je retrouve quelque chose.")
                .then(REMI, "Traître ! Bon vent, camarade.");
        post(
                        CAROLINE,
                        "10 16:45",
                        "Pot de départ de notre doyen de la reprographie vendredi à 12 h. Quarante et un ans de maison, onze photocopieurs usés sous lui. Un recueil de petits mots circule à l’accueil.",
                        Place.HEAD_OFFICE)
                .thanks(55)
                .then(NADEGE, "Le recueil est dans le tiroir du bas, à côté des parapluies.")
                .then(STEPHANE, "J’ai écrit deux pages. Recto verso, bien sûr.");
        post(
                        LEA,
                        "6 11:25",
                        "J’ai préparé un petit guide « Qui fait quoi » pour les nouveaux, en une page et sans sigle. Relisez-le, piétinez-le, merci d’avance.",
                        Group.NEWCOMERS)
                .thanks(28)
                .then(INES, "Sans sigle ! Enfin.")
                .then(SOPHIE, "Validé, il part dans le livret d’accueil dès lundi.");
        post(
                        INES,
                        "-55m",
                        "Merci à la collègue qui a laissé un mot « bon courage pour ton premier conseil » sur mon clavier. Le conseil s’est bien passé, et je garde le mot.",
                        AGENTS)
                .thanks(82)
                .then(VERONIQUE, "Très bon premier conseil, en effet.")
                .then(NATHALIE, "Elle ne saura jamais qui c’est.");
    }
}
