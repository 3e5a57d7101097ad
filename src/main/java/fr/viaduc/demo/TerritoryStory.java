package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Planning, housing, companies, students, money. */
final class TerritoryStory extends Story {

    @Override
    void tell() {
        post(
                        CELINE,
                        "64 11:15",
                        "Permis de construire : délai moyen de 41 jours cette année, 53 l’an dernier. Le secret : une heure de rendez-vous avant le dépôt en évite trois de courriers après.",
                        EVERYONE)
                .thanks(37)
                .then(Elected.REGINE, "Les habitants de Neuilly le remarquent.")
                .then(MARTINE, "Et les secrétaires aussi.");
        post(
                        SAMIRA,
                        "59 14:45",
                        "Mille deux centième logement rénové ! C’est celui d’un couple de Mandres-la-Côte : facture de chauffage divisée par deux, chat installé sur l’appui de fenêtre, désormais tiède.",
                        EVERYONE)
                .thanks(84)
                .then(Elected.JOSIANE, "Un programme qui change des vies. Bravo à l’équipe.")
                .then(MORGAN, "Une photo du chat ?");
        post(
                        OLIVIER,
                        "53 09:25",
                        "La pépinière est pleine : quatorze entreprises, dont une qui fabrique des couteaux en bois de pommier et une autre qui écoute les machines pour prévoir leurs pannes.",
                        EVERYONE)
                .thanks(46)
                .then(THIERRY, "Celle qui écoute les machines, qu’elle vienne. La 03 a des choses à dire.")
                .then(OLIVIER, "Rendez-vous pris pour mardi. Sérieusement.");
        post(
                        LEILA,
                        "47 15:30",
                        "Campus connecté : vingt-huit étudiants cette année, de la comptabilité à l’égyptologie. L’égyptologue vient de Rizaucourt et prend le car de 7 h 05.",
                        EVERYONE)
                .thanks(79)
                .then(MAELLE, "Le conducteur connaît maintenant trois dynasties.")
                .then(BERNADETTE, "Un stage aux archives, quand elle veut.");
        post(
                        ODILE,
                        "42 10:05",
                        "Préparation budgétaire : les demandes des services sont attendues pour le {+7}. Un bon dossier dit trois choses : à quoi ça sert, ce que ça évite, et ce qui se passe si on ne le fait pas.",
                        AGENTS)
                .thanks(34)
                .then(LUCIE, "Si on ne le fait pas : ça fuit.")
                .then(ODILE, "Voilà un dossier complet.");
        post(
                        THIERRY,
                        "38 07:50",
                        "L’entreprise qui écoute les machines a passé deux heures avec la saleuse 03. Diagnostic : roulement fatigué. On a démonté : roulement fatigué. J’ai offert le café et mon respect.",
                        AGENTS)
                .thanks(106)
                .then(OLIVIER, "C’est exactement à cela que sert une pépinière.")
                .then(AURORE, "Changé avant l’hiver, au lieu de tomber en panne dedans. Merci à tous les deux.");
        post(
                        LAURENT,
                        "33 16:35",
                        "Groupement de commandes avec 41 communes pour l’électricité : 11 % de moins. À la clé, de quoi payer beaucoup de jonquilles.",
                        EVERYONE)
                .thanks(51)
                .then(Elected.PATRICK, "Et d’ampoules sobres. Très beau travail.")
                .then(MANON, "J’ai bien lu « jonquilles », c’est écrit.");
        post(
                        SAMIRA,
                        "28 10:25",
                        "Trois permanences de conseil en rénovation par semaine, au siège, à Nogent et à Juzennecourt. La caméra thermique se prête aussi aux communes : réservez-la dans les moyens.",
                        EVERYONE)
                .thanks(32)
                .then(Elected.RENE, "Gillancourt l’a eue huit jours. On sait enfin d’où vient le vent dans la mairie.");
        post(
                        LEILA,
                        "21 09:35",
                        "Forum des métiers au lycée : nos collègues de la voirie, de l’eau et de la petite enfance ont eu la plus longue file d’attente. Le stand de la saleuse a gagné.",
                        AGENTS)
                .thanks(93)
                .then(SYLVAIN, "On les a laissés klaxonner. Une fois chacun.")
                .then(SANDRINE, "Deux stages signés à la crèche !");
        post(
                        CELINE,
                        "16 14:05",
                        "Le plan local d’urbanisme entre en consultation publique. Douze réunions, toutes à 18 h 30, toutes dans une salle chauffée. Les documents sont consultables dans les mairies.",
                        EVERYONE)
                .thanks(26)
                .then(Elected.ROLAND, "Condes prépare le vin chaud.");
        post(
                        ODILE,
                        "11 09:10",
                        "Les bons de commande de l’année se font avant le {+9}. Après, c’est la caverne : on entre, on ne sait pas quand on sort.",
                        AGENTS)
                .thanks(47)
                .then(ALAIN, "Message reçu, j’ai couru.")
                .then(MARTIAL, "Les carottes n’attendent pas, merci pour la dérogation.");
        post(
                        OLIVIER,
                        "6 16:10",
                        "Marché de Noël des producteurs à la pépinière, le {+8} de 16 h à 20 h : couteaux, miel, tisanes, et la confiture de mirabelles qui a fait pleurer un notaire.",
                        AGENTS)
                .thanks(58)
                .then(PATRICIA, "Je connais cette confiture. Prenez des mouchoirs.");
        post(
                        STEPHANE,
                        "3 10:30",
                        "Délai moyen de paiement en novembre : 21 jours. Une petite entreprise payée à l’heure, c’est un emploi tranquille. Merci aux finances et à tous ceux qui valident leurs factures sans attendre.",
                        EVERYONE)
                .thanks(43)
                .then(ODILE, "Mention spéciale à la piscine : validation dans la journée.")
                .reply(CORINNE, "On valide entre deux longueurs.");
        post(
                        LEILA,
                        "-8h",
                        "L’atelier de fabrication a imprimé la pièce introuvable de la porte du bibliobus. Coût : 0,40 euro. Délai : une nuit.",
                        AGENTS)
                .thanks(61)
                .then(THOMAS, "La porte ferme sans coup de genou. Je suis ému, mon genou aussi.");
        post(
                        SAMIRA,
                        "1 15:20",
                        "« Il a passé son samedi chez une dame de 84 ans dont la chaudière était morte, et il est revenu dimanche pour voir si elle avait chaud. »",
                        EVERYONE)
                .bravo(SERGE)
                .thanks(157)
                .then(SERGE, "Elle avait chaud, et un clafoutis. J’ai fait mon devoir.")
                .then(Elected.SOLANGE, "C’est une habitante de Villiers. Merci, Serge.");
    }
}
