package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Leaks, springs and treated water. */
final class WaterStory extends Story {

    @Override
    void tell() {
        post(DIDIER, "61 10:20", """
                Fuite rue des Tanneries trouvée à l’oreille cette nuit, réparée avant 8 h. Elle faisait douze mètres cubes à l’heure, soit une piscine de jardin toutes les cinq heures.""", AGENTS)
                .picture(
                        "chantier",
                        "Une pelle mécanique jaune creuse une tranchée dans une rue de maisons claires, deux agents casqués surveillent.")
                .thanks(92)
                .then(LUCIE, "Et l’école a ouvert avec de l’eau. Merci Didier.")
                .then(GAEL, "À la station, on a vu le débit redescendre en direct. On a applaudi l’écran.");
        post(LUCIE, "54 09:00", """
                Rendement du réseau : 84 % en septembre, contre 79 % il y a deux ans. Cinq points, c’est l’eau de Nogent pendant un mois. C’est votre travail.""", Service.WATER)
                .thanks(33)
                .then(DIDIER, "On vise 85 avant Noël.")
                .then(GAEL, "Pari tenu, contre une raclette.")
                .reply(LUCIE, "Je note la raclette au procès-verbal.");
        post(GAEL, "49 15:45", """
                Message de la station d’épuration : les lingettes dites biodégradables ne le sont pas. Ce matin, il a fallu deux heures et une épuisette pour en sortir quarante kilos de la pompe.

                Si vous avez un proche qui doute, je propose des visites.""", EVERYONE)
                .thanks(117)
                .then(LEA, "Une vidéo de cette épuisette vaut mille affiches. Je passe quand ?")
                .reply(GAEL, "Après le déjeuner. Jamais avant.")
                .then(Elected.DENIS, "Très utile. Je relaie dans le bulletin de Foulain.");
        post(
                        DIDIER,
                        "43 06:40",
                        "Réservoir de Poulangy nettoyé et désinfecté. Vu de l’intérieur, on dirait un décor de film. L’écho est excellent, j’ai chanté, pardon aux habitants.",
                        Service.WATER)
                .thanks(21)
                .then(LUCIE, "L’analyse est bonne. Celle de l’eau.");
        post(LUCIE, "37 11:10", """
                Niveau des captages : Luzy remonte enfin. Les restrictions d’arrosage sont levées dans onze communes, elles restent dans quatre. La carte est à jour.""", EVERYONE)
                .thanks(45)
                .then(Elected.FLORENCE, "Merci pour la clarté, les habitants posent la question tous les jours.")
                .then(PASCAL, "On garde quand même le paillage partout.");
        post(
                        LUCIE,
                        "29 08:10",
                        "Turbidité en hausse à la source de Brethenay après l’orage : 2,1 au lieu de 0,3. Bascule sur l’interconnexion faite à 7 h 40, personne n’est privé d’eau. Point à 14 h.",
                        Group.WATER_ALERT)
                .thanks(8)
                .then(GAEL, "Réactifs disponibles, je livre à la station avant 10 h.")
                .then(DIDIER, "Je suis sur place, l’eau redevient claire en amont.")
                .then(LUCIE, "14 h : 0,6. On garde l’interconnexion cette nuit par prudence.");
        post(DIDIER, "23 12:25", """
                Formation au corrélateur pour trois nouveaux. Le plus jeune a trouvé la fuite en quatre minutes. Je vais donc prendre ma retraite.""", Service.WATER)
                .thanks(28)
                .then(LUCIE, "Demande refusée.")
                .then(GAEL, "Motif : indispensable et trop drôle.");
        post(
                        GAEL,
                        "18 10:05",
                        "Visite de la station par la classe de CM2 de Foulain. Meilleure question : « Est-ce que les bactéries ont des vacances ? » Réponse : non, mais elles sont nourries.",
                        AGENTS)
                .thanks(103)
                .then(BRUNO, "La maîtresse nous a écrit : ils ne parlent que de vous. Et des bactéries.")
                .then(MELANIE, "Prenez-vous aussi les garderies ?");
        post(Elected.DENIS, "12 18:00", """
                Le conseil a voté le programme de renouvellement : 6,4 kilomètres de conduites l’an prochain, dont la traversée de Vraincourt. Merci au service d’avoir présenté le dossier simplement, avec un vrai tuyau sur la table.""", Group.COMMUNES)
                .thanks(49)
                .then(LUCIE, "Le tuyau a été rendu à l’atelier. Il a aimé la lumière.")
                .then(DIDIER, "Vraincourt le mérite : fonte de 1934, elle a fait son temps.");
        post(
                        LUCIE,
                        "9 16:30",
                        "« Fuite à 5 h, eau rétablie à 8 h 20, l’école de Bologne a ouvert à l’heure et personne ne s’est rendu compte de rien. »",
                        EVERYONE)
                .bravo(DIDIER)
                .thanks(131)
                .then(
                        Elected.HELENE,
                        "La mairie de Bologne s’associe : nous ne l’avons appris qu’à 9 h, par la boulangère.")
                .then(DIDIER, "C’est une équipe. Mais merci, ça réchauffe.");
        post(
                        GAEL,
                        "5 09:40",
                        "Coupure programmée sur le poste de relevage de Condes jeudi de 9 h à 11 h. Rien à faire pour les habitants, une chose pour nous : penser au groupe électrogène.",
                        Service.WATER)
                .thanks(7)
                .then(DIDIER, "Il est dans mon fourgon, plein fait.");
        post(
                        DIDIER,
                        "-95m",
                        "Mesure de nuit terminée à Viéville : zéro fuite sur le secteur. C’est tellement rare que je l’écris.",
                        Service.WATER)
                .thanks(17)
                .then(LUCIE, "85,2 %. Gaël doit une raclette.")
                .reply(GAEL, "Je l’avais senti venir.");
    }
}
