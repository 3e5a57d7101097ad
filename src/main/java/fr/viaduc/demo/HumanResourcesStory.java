package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Pay, leave, training, safety at work. */
final class HumanResourcesStory extends Story {

    @Override
    void tell() {
        post(CHRISTELLE, "66 09:05", """
                Les bulletins de paie arrivent désormais ici, dans « Mes documents ». Vous pouvez toujours demander le papier : il suffit de le dire, une fois, et nous continuons de l’envoyer.""", AGENTS)
                .thanks(63)
                .then(DOMINIQUE, "Je préfère le papier, ma fille me lit les petites lignes.")
                .reply(CHRISTELLE, "C’est noté, rien ne change pour vous.")
                .then(
                        DAMIEN,
                        "Sur la borne du dépôt, cela marche très bien. Pensez à fermer votre session, la borne le fait au bout de trois minutes.");
        post(SOPHIE, "58 10:00", """
                Le catalogue de formation est ouvert. Trois nouveautés demandées par vous :

                * conduite d’engins en hiver,
                * écrire simplement aux usagers,
                * dire non sans se fâcher.

                La troisième est déjà presque complète.""", AGENTS)
                .thanks(71)
                .then(NADEGE, "Je m’inscris à la troisième. Non, vraiment.")
                .then(JEAN_MARC, "Pour la première, il faudrait de la neige au mois d’août.")
                .then(SYLVAIN, "Je veux bien témoigner sur l’hiver, si cela aide les nouveaux.")
                .reply(SOPHIE, "Avec grand plaisir, je t’appelle.");
        post(
                        ANNE_LAURE,
                        "53 11:30",
                        "Accidents de trajet : sept depuis janvier, dont cinq le lundi matin. Prenez cinq minutes de plus le lundi. Personne ne vous les reprochera, c’est écrit ici et signé.",
                        AGENTS)
                .thanks(57)
                .then(PHILIPPE, "C’est écrit ici et signé, je confirme.");
        post(FREDERIC, "47 16:00", """
                Le règlement du temps de travail pour les équipes du matin a été revu avec les représentants du personnel : prise de poste à 5 h payée en majoration dès la première demi-heure, repos de onze heures sans exception.""", EVERYONE)
                .thanks(104)
                .then(KARIM, "Merci à ceux qui ont négocié, des deux côtés de la table.")
                .then(MORGAN, "La demi-heure du café devient officielle. C’est historique.")
                .then(Elected.MONIQUE, "Un accord simple et juste. Merci pour le dialogue.");
        post(
                        CHRISTELLE,
                        "43 13:30",
                        "Permanence à Nogent le premier mardi du mois, de 13 h à 16 h, au dépôt. Congés, carrière, mutuelle, retraite : venez comme vous êtes, même en bottes.",
                        Place.NOGENT_DEPOT)
                .thanks(8)
                .then(JEAN_MARC, "On mettra un carton par terre.");
        post(
                        ANNE_LAURE,
                        "39 09:00",
                        "Exercice d’évacuation au siège : 3 minutes 40, contre 5 minutes 10 l’an dernier. Deux personnes ont sauvé leur café. On en reparle.",
                        Place.HEAD_OFFICE)
                .thanks(31)
                .then(NATHALIE, "Le mien était brûlant, c’était le seul vrai danger.")
                .then(STEPHANE, "Je plaide coupable. Il était bon.");
        post(
                        FREDERIC,
                        "35 10:20",
                        "Treize postes ouverts cette semaine, dont deux chauffeurs, quatre auxiliaires et un maître-nageur. Les candidatures internes sont lues en premier. Parlez-en autour de vous.",
                        EVERYONE)
                .thanks(42)
                .then(Elected.VIVIANE, "Je relaie auprès de deux jeunes de Viéville.")
                .then(REMI, "Pour le maître-nageur : ambiance excellente, eau à 28 degrés. Presque.")
                .reply(YANNICK, "27,8.");
        post(
                        SOPHIE,
                        "31 14:40",
                        "Nos neuf apprentis sont tous là. Leurs maîtres d’apprentissage aussi, ce qui est plus rare. Bienvenue à Léa, Hugo et tous les autres.",
                        AGENTS)
                .thanks(85)
                .then(LEA, "Merci ! J’ai déjà un badge, un bureau et trois tasses.")
                .then(HUGO, "Moi j’ai une binette.")
                .reply(PASCAL, "C’est la meilleure tasse qui soit.");
        post(
                        ANNE_LAURE,
                        "26 08:30",
                        "Les gants anticoupures taille 7 sont enfin arrivés. Oui, les mains fines existent. Merci aux collègues qui l’ont dit.",
                        Service.PREVENTION)
                .thanks(12);
        post(CHRISTELLE, "23 11:00", """
                Entretiens annuels : choisissez votre date avec votre responsable avant le {+8}. Préparez deux choses : ce dont vous êtes fier, et ce qui vous a manqué. Le formulaire fait une page.""", AGENTS)
                .thanks(38)
                .then(MELANIE, "Une page ! Merci.")
                .then(THIERRY, "Ce qui m’a manqué : une clé de 32. Elle est revenue.");
        post(
                        FREDERIC,
                        "18 09:40",
                        "Médaille du travail : 22 collègues, 560 années de service à eux tous. On a fait le calcul deux fois.",
                        EVERYONE)
                .thanks(119)
                .then(
                        Elected.GERARD,
                        "Cinq cent soixante années. Merci, du fond du cœur. À vendredi, dans la salle du conseil.")
                .then(BRIGITTE, "J’en représente trente à moi seule, je demande un siège plus large.")
                .then(BERNADETTE, "Depuis 1466, si on les met bout à bout. J’ai les archives.");
        post(
                        SOPHIE,
                        "14 15:10",
                        "Formation « Écrire simplement » : nous avons pris un vrai courrier de 41 lignes et l’avons ramené à 9. L’usager a répondu « merci, pour une fois j’ai compris ». Tout est dit.",
                        AGENTS)
                .thanks(133)
                .then(VERONIQUE, "Le service juridique a relu : les 9 lignes suffisent.")
                .then(CELINE, "On veut la même chose pour les certificats d’urbanisme.")
                .then(ODILE, "Et pour les avis des sommes à payer, s’il vous plaît.");
        post(
                        ANNE_LAURE,
                        "11 10:10",
                        "Dos, épaules, genoux : l’ergonome passe deux jours dans les crèches et deux jours à la collecte. Elle ne juge pas, elle regarde. Dites-lui où ça tire.",
                        AGENTS)
                .thanks(49)
                .then(LAURA, "Porter, poser, porter, poser : elle va comprendre vite.")
                .then(MORGAN, "On lui prêtera le marchepied.");
        post(
                        CHRISTELLE,
                        "8 09:15",
                        "Congés de fin d’année : demandes avant le {+4}. Les crèches, l’eau et la voirie ont déjà leurs permanences. Merci à celles et ceux qui gardent la maison le 25.",
                        AGENTS)
                .thanks(64)
                .then(DIDIER, "Comme chaque année, je prends le 25. Les tuyaux ne connaissent pas le père Noël.")
                .then(LUCIE, "On t’apportera la bûche.");
        post(
                        FREDERIC,
                        "5 17:00",
                        "Élections professionnelles : la liste électorale est consultable dans les dépôts et sur le réseau. Une erreur dans votre nom ? Signalez-la avant la fin de la semaine.",
                        AGENTS)
                .thanks(19);
        post(FREDERIC, "6 11:00", """
                Travail isolé : la règle en cinq points.

                * Personne ne descend seul dans un regard, une cuve ou une fosse.
                * Avant de partir seul, on dit à quelqu’un où l’on va et à quelle heure on appelle.
                * Le boîtier d’alerte se porte allumé, à la ceinture, pas dans le vestiaire.
                * Sans nouvelles quinze minutes après l’heure dite, le collègue prévenu appelle, puis déclenche les secours.
                * En cas de doute, on attend d’être deux. Le retard est toujours excusé.""", AGENTS)
                .asks("safety", 7, false, 58)
                .thanks(74)
                .then(
                        ANNE_LAURE,
                        "Les boîtiers se retirent à l’accueil de chaque dépôt. Je passe vérifier les piles la semaine prochaine.")
                .then(
                        GAEL,
                        "Pour les postes de relevage, nous sommes déjà toujours deux. Merci de l’écrire pour tous.");
        post(
                        CHRISTELLE,
                        "1 08:45",
                        "Le simulateur de retraite de la caisse est de nouveau ouvert. Rendez-vous possible avec moi, à Chaumont, Nogent ou Juzennecourt : je me déplace.",
                        AGENTS)
                .thanks(33)
                .then(BRIGITTE, "Je prends Biesles, si ça existe.")
                .reply(CHRISTELLE, "Ça existe maintenant. Mercredi midi ?");
        post(
                        ANNE_LAURE,
                        "-3h",
                        "Défibrillateur du gymnase : batterie changée. Pour mémoire, il y en a dix-neuf sur nos sites, la liste est affichée près de chaque porte d’entrée.",
                        Group.FIRST_AIDERS)
                .thanks(14)
                .then(REMI, "Celui de la piscine est contrôlé, tout est vert.");
    }
}
