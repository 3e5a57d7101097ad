package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Spaces of which only their members know. */
final class UnionStory extends Story {

    @Override
    void tell() {
        post(
                        SERGE,
                        "58 18:10",
                        "Bienvenue dans l’espace de la section. Personne d’autre que nous ne voit cet espace, ni la liste de ses membres : la base de données s’en assure, pas la bonne volonté.",
                        Group.UNION_ARCHES)
                .thanks(11)
                .then(FABIEN, "Vérifié avec Mathieu : lui-même ne peut pas y entrer.");
        post(
                        SERGE,
                        "49 18:30",
                        "Compte rendu de la négociation sur les horaires du matin : majoration dès la première demi-heure, repos de onze heures. Il reste le sujet des remplacements du samedi.",
                        Group.UNION_ARCHES)
                .thanks(9)
                .then(KARIM, "Pour le samedi, demandons la prévenance à sept jours.")
                .then(JEAN_MARC, "D’accord avec Karim.");
        post(
                        SERGE,
                        "21 18:05",
                        "Réunion d’information syndicale le {+6} à 8 h au centre technique et à 14 h à Nogent. Une heure chacun, sur le temps de travail, c’est votre droit.",
                        Group.UNION_ARCHES)
                .thanks(8)
                .then(MORGAN, "J’apporte le café, comme d’habitude.");
        post(
                        SERGE,
                        "6 18:20",
                        "Tour des dépôts avant les élections : lundi Bologne, mardi Nogent, jeudi centre technique. On écoute d’abord.",
                        Group.UNION_ARCHES)
                .thanks(7);
        post(
                        DOMINIQUE,
                        "45 17:20",
                        "Nos revendications pour les cantines : chaises réglables, chaussures payées, et le temps d’habillage reconnu. Corrigez, ajoutez.",
                        Group.UNION_TERRITORY)
                .thanks(8)
                .then(BRIGITTE, "Ajoutons les tabliers lavés par l’employeur pour les écoles.")
                .then(LAURA, "Et les tables à langer réglables, urgentes.");
        post(
                        DOMINIQUE,
                        "16 17:25",
                        "Les chaussures sont obtenues ! Le reste est inscrit à la réunion de décembre. Merci à celles qui ont témoigné.",
                        Group.UNION_TERRITORY)
                .thanks(10)
                .then(FATIMA, "Petite victoire, grands pieds.");
        post(
                        PHILIPPE,
                        "42 08:30",
                        "Comité de direction de lundi : un seul sujet, la charge de travail dans les crèches et à la collecte. Merci de venir avec des propositions, pas des tableaux.",
                        Group.MANAGEMENT)
                .thanks(4)
                .then(CLAIRE, "Trois propositions, dont une qui ne coûte rien.")
                .then(BENOIT, "Deux pour la collecte, vues avec les équipages.");
        post(
                        PHILIPPE,
                        "20 08:35",
                        "Points de vigilance de la semaine : délai de paiement (24 jours, bien), absentéisme en baisse dans les écoles, intempéries à partir de mercredi.",
                        Group.MANAGEMENT)
                .thanks(3)
                .then(
                        STEPHANE,
                        "Le délai descendra à 22 en décembre si les bons de commande arrivent avant les factures.");
        post(
                        FREDERIC,
                        "41 14:00",
                        "Préparation de l’accord sur les horaires du matin : merci aux chefs de service de faire remonter les cas particuliers, même ceux qui dérangent.",
                        Group.MANAGEMENT)
                .thanks(3);
    }
}
