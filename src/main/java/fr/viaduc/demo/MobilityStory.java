package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Buses, bikes and shared seats. */
final class MobilityStory extends Story {

    @Override
    void tell() {
        post(
                        MAELLE,
                        "62 09:40",
                        "Rentrée du transport scolaire : 1 940 élèves, 61 circuits, 4 oubliés le premier jour (tous ramenés), 0 le deuxième. Bravo aux accompagnatrices.",
                        EVERYONE)
                .thanks(57)
                .then(Elected.NICOLE, "Un grand merci à l’équipe, nous avons connu des rentrées plus sportives.")
                .then(BRUNO, "Le nouvel arrêt de Sarcey change la vie de trois familles.");
        post(
                        MAELLE,
                        "55 12:00",
                        "Qui vient de Langres ou de Joinville ? Quatre conducteurs proposent des places. Partager deux jours par semaine, c’est environ 900 euros par an et une voisine de bonne humeur.",
                        Group.CAR_SHARING)
                .thanks(18)
                .then(GAEL, "Trois places depuis Foulain, départ 7 h 10, radio négociable.")
                .then(LAURENT, "Je prends une place le mardi et le jeudi. Je chante juste.")
                .reply(GAEL, "On en reparle le mercredi.");
        post(
                        MAELLE,
                        "46 17:00",
                        "Les vélos électriques partagés ont fait 2 130 kilomètres en deux mois. Le record : Chaumont – Nogent, 24 kilomètres, en réunion à l’heure. Record détenu par une comptable.",
                        AGENTS)
                .thanks(82)
                .then(
                        ODILE,
                        "Je confirme, c’est une personne de mon équipe, et elle est arrivée avant la visioconférence.");
        post(
                        MAELLE,
                        "36 08:20",
                        "Grève nationale jeudi : deux lignes sur trois circuleront. Le détail par commune est à jour, les écoles ont été prévenues.",
                        EVERYONE)
                .thanks(29)
                .then(NADEGE, "Merci pour le tableau par commune, le standard respire.");
        post(
                        LAURENT,
                        "30 18:15",
                        "Covoiturage, bilan d’un mois : 14 trajets partagés, un anniversaire fêté sur une aire de repos, une recette de clafoutis. Et un marché public relu à voix haute, désolé.",
                        Group.CAR_SHARING)
                .thanks(21)
                .then(GAEL, "L’article 12 était palpitant.");
        post(
                        MAELLE,
                        "22 10:15",
                        "Abribus de Rouécourt : repeint, éclairé, banc réparé. Un habitant y a posé des livres. On laisse.",
                        EVERYONE)
                .thanks(63)
                .then(THOMAS, "Le bibliobus adopte l’abribus.");
        post(
                        MAELLE,
                        "14 16:40",
                        "Plan vélo : premier tronçon entre Chaumont et Chamarandes ouvert en avril. Où voulez-vous les arceaux sur vos sites ? Répondez avant la fin de la semaine.",
                        AGENTS)
                .poll(8, "Près de l’entrée", "Sous abri, même plus loin", "Je viens à pied")
                .thanks(23)
                .then(REMI, "Sous abri. Le maillot mouillé et la selle mouillée, non.");
        post(
                        MAELLE,
                        "6 07:35",
                        "Car n° 42 en panne à Vignory : remplaçant en place à 7 h 55, les collégiens arrivent à 8 h 30, le collège est prévenu.",
                        AGENTS)
                .thanks(16)
                .then(JULIEN, "Je les ai gardés au chaud dans la salle de la garderie. Chocolat pour tous.")
                .then(MAELLE, "Merci Julien, les parents t’ont adoré.");
        post(
                        MAELLE,
                        "-9h",
                        "La navette du marché de Noël partira de Nogent, Biesles et Chamarandes toutes les heures. Horaires aux arrêts et à l’accueil.",
                        EVERYONE)
                .thanks(25)
                .then(Elected.JOSIANE, "Parfait, je le mets dans le bulletin.");
    }
}
