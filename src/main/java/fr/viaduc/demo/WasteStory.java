package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Rounds, sorting, recycling centres. */
final class WasteStory extends Story {

    @Override
    void tell() {
        post(KARIM, "62 11:40", """
                Petite devinette. Qu’est-ce qui pèse 31 kilos, qui n’a rien à faire dans un bac jaune et qui a bloqué notre presse mardi ?

                Une ancre de bateau. À Ageville. À 400 kilomètres de la mer.""", AGENTS)
                .picture(
                        "benne",
                        "Une benne bleue à l’arrêt sur la route, un équipier en gilet orange à l’arrière, un bac vert devant.")
                .thanks(134)
                .then(MORGAN, "J’ai cherché le bateau toute la tournée.")
                .then(PATRICIA, "En déchetterie, quai ferraille. Merci pour le capitaine.")
                .then(BERNADETTE, "Si elle est ancienne, je la prends pour les archives !")
                .reply(KARIM, "Trop tard, elle est partie refaire des boîtes de conserve.");
        post(JOEL, "57 09:00", """
                Nouvelle tournée du plateau à partir de lundi. Onze villages, quatre kilomètres de moins, deux marches arrière supprimées grâce aux aires de retournement d’Esnouveaux et de Forcey.

                Merci aux équipages qui l’ont dessinée : ce sont eux qui connaissent la route.""", Service.WASTE)
                .thanks(41)
                .then(KARIM, "On l’a testée à vide samedi. Elle tient.")
                .then(MORGAN, "Il reste la ruelle du lavoir à Ninville. On a pris des photos.")
                .reply(JOEL, "Je vois le maire mercredi.");
        post(PATRICIA, "51 17:45", """
                Samedi à Froncles : 214 visiteurs, 3 sourires par visiteur, une dame de 91 ans venue seule avec ses deux chaises. On l’a déchargée, elle nous a laissé un bocal de mirabelles.

                Vivement samedi.""", AGENTS)
                .thanks(112)
                .then(JULIEN, "Les mirabelles font partie de la filière réemploi ?")
                .reply(PATRICIA, "Filière courte. Très courte.")
                .then(CLAIRE, "Ces petites histoires valent tous les rapports d’activité.");
        post(JOEL, "46 10:30", """
                Le point sur les refus de tri : 14 % au printemps, 11 % maintenant. Les communes qui ont reçu les ambassadeurs à la porte sont à 8 %. Ce n’est pas l’affiche qui change les choses, c’est la conversation.""", EVERYONE)
                .thanks(38)
                .then(CAROLINE, "On arrête donc les affiches ?")
                .reply(JOEL, "On les garde pour les salles des fêtes. Mais on sonne.")
                .then(Elected.BERNARD, "Très encourageant. Je le dirai au bureau.");
        post(MORGAN, "40 12:15", """
                Rappel amical aux collègues des bureaux : le polystyrène du repas de midi va dans le gris. Le gobelet aussi. La clé USB aussi, mais prévenez le service informatique.""", AGENTS)
                .thanks(73)
                .then(KEVIN, "Surtout s’il y a quelque chose dessus.")
                .then(NADEGE, "J’ai collé la consigne au-dessus des bacs du hall.");
        post(JOEL, "35 08:20", """
                Benne 12 en panne d’hydraulique. La tournée de Bologne est décalée à jeudi matin, les mairies sont prévenues. L’atelier pense la rendre mercredi soir.""", Service.WASTE)
                .thanks(8)
                .then(KARIM, "On prend Marault avec la 7, c’est sur le retour.")
                .then(JOEL, "Merci. Pensez à noter les heures.");
        post(KARIM, "28 13:05", """
                Une dame d’Esnouveaux nous laisse la lumière allumée tous les mardis pour dire bonjour. Mardi elle était éteinte. On a sonné : elle s’était levée en retard, elle nous a fait un café à 6 h 10, en robe de chambre et avec des madeleines.

                Le tri, c’est aussi ça.""", EVERYONE)
                .thanks(201)
                .then(ANNE_LAURE, "Magnifique. Et vous avez bien fait de sonner.")
                .then(Elected.MONIQUE, "Merci à vous deux. C’est exactement le service public que nous voulons.")
                .then(MORGAN, "Elles étaient au citron.")
                .then(
                        LAURA,
                        "J’ai lu ce message à toute la crèche pendant la sieste. Nous avons besoin de madeleines.");
        post(ELODIE, "22 16:00", """
                Une matinée dans la cabine de la benne 7 : le portrait de Karim et Morgan est prêt. Ils ont relu, corrigé deux virgules et refusé la photo où l’un d’eux bâille.""", AGENTS)
                .picture(
                        "benne",
                        "Une benne bleue à l’arrêt sur la route, un équipier en gilet orange à l’arrière, un bac vert devant.")
                .thanks(95)
                .then(MORGAN, "C’était lui.")
                .reply(KARIM, "C’était lui.")
                .then(
                        BRIGITTE,
                        "La maternelle de Biesles vous attend à la fenêtre, deux coups de klaxon s’il vous plaît.")
                .reply(KARIM, "Mardi. Promis.");
        post(PATRICIA, "17 18:10", """
                Un monsieur a voulu déposer un piano. Nous n’avions pas de filière piano. @AGATHE est passée le voir : il part samedi pour la salle des fêtes de Vouécourt.""", EVERYONE)
                .thanks(118)
                .then(AGATHE, "Un Pleyel de 1920, deux cordes à changer, un son de chocolat.")
                .then(Elected.PAUL, "À Vouécourt, on fait de la place. Merci !")
                .then(JOEL, "Voilà : nous avons une filière piano.");
        post(JOEL, "13 11:00", """
                Quel jour pour la réunion trimestrielle de la collecte ? Elle sera courte : sécurité, vêtements, tournées de fin d’année.""", Service.WASTE)
                .poll(7, "Mardi à 13 h 30", "Jeudi à 13 h 30", "Vendredi à 12 h, avec le repas")
                .thanks(6)
                .then(MORGAN, "Avec le repas, la participation sera excellente.");
        post(KARIM, "10 07:55", """
                Bacs sortis la veille, poignées côté route : Poulangy est champion du secteur. Si un collègue y habite, qu’il remercie ses voisins.""", Service.WASTE).thanks(22);
        post(JOEL, "5 09:30", """
                Distribution des calendriers de collecte : les 63 paquets sont prêts au centre technique. Qui passe dans une mairie cette semaine peut en prendre un, cela économise une tournée.""", AGENTS)
                .thanks(31)
                .then(MARTINE, "Je prends Juzennecourt, Gillancourt, Blaisy, Curmont et Lachapelle.")
                .then(THOMAS, "Le bibliobus fait Sexfontaines, Meures et Vouécourt jeudi. Donnez.")
                .then(DIDIER, "Bologne, Viéville, Vraincourt : c’est sur ma route.")
                .then(JOEL, "Vingt et un paquets partis avant midi. Ce réseau sert à quelque chose !");
        post(
                        CORINNE,
                        "3 14:20",
                        "« Ils passent à 5 h 40 devant la piscine, ramassent ce qui traîne et disent bonjour à l’agent d’ouverture. Chaque semaine. Merci à l’équipe de la benne 7. »",
                        AGENTS)
                .bravo(KARIM, MORGAN)
                .thanks(64)
                .then(REMI, "Je m’associe. À cette heure-là, un bonjour compte double.");
        post(MORGAN, "-2h", """
                Fin de tournée. Onze villages, zéro retard, un chat adopté par erreur dans le marchepied, rendu à sa propriétaire à Forcey.""", AGENTS)
                .thanks(58)
                .then(KARIM, "Il ne voulait plus descendre. Il avait choisi son camp.")
                .then(FATIMA, "Une photo du chat, sinon nous n’y croyons pas.");
        post(PATRICIA, "24 09:15", """
                Les bidons de peinture à moitié pleins : bouchon fermé, debout, dans le bac rouge. Nous avons repeint le quai en vert amande. Involontairement.""", Service.WASTE)
                .thanks(27)
                .then(JOEL, "Il paraît que c’est la couleur de l’année.");
    }
}
