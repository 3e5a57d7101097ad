package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forum's life: its categories, and what was asked and answered in each. */
final class ForumStory {

    /** The categories: who sees them, and who answers when nobody does. */
    enum Heading {
        COMMUNES(
                "Vie des communes",
                "Ce qu’une mairie demande à une autre : salles, clés, cérémonies, voisinage.",
                Network.EVERYONE,
                null,
                Service.ASSEMBLIES,
                3,
                10),
        CIVIL_STATUS(
                "État civil et accueil",
                "Actes, livrets, guichets : les cas qui ne sont dans aucun manuel.",
                Network.AGENTS,
                Cast.NADEGE,
                null,
                2,
                20),
        LOANS(
                "Prêt de matériel",
                "Qui prête quoi, à qui, jusqu’à quand.",
                Network.EVERYONE,
                null,
                Service.ROADS,
                3,
                30),
        COMPUTING(
                "Informatique et téléphones",
                "Les pannes qui reviennent, et ce qui les arrête.",
                Network.EVERYONE,
                null,
                Service.DIGITAL,
                2,
                40),
        ROADS(
                "Voirie et espaces verts",
                "Routes, arbres, fleurs, sel : le métier dehors.",
                Network.AGENTS,
                Cast.AURORE,
                null,
                3,
                50),
        CHILDHOOD(
                "Écoles, crèches et cantines",
                "Ateliers, repas, règles : ce qui marche avec les enfants.",
                Network.AGENTS,
                null,
                Service.SCHOOLS,
                3,
                60),
        WORK(
                "Congés, paie, carrière",
                "Les questions de tout le monde. Pour votre cas à vous, appelez les ressources humaines.",
                Network.AGENTS,
                null,
                Service.HUMAN_RESOURCES,
                2,
                70),
        SAFETY(
                "Santé et sécurité",
                "Équipements, gestes, produits : avant l’accident.",
                Network.AGENTS,
                Cast.ANNE_LAURE,
                null,
                2,
                80),
        COUNCIL(
                "Entre élus",
                "Délégations, commissions, usages du conseil.",
                Network.ELECTED_OFFICIALS,
                Elected.HELENE,
                null,
                5,
                90);

        final String title;
        final String description;
        final Network audience;

        @SuppressWarnings("ImmutableEnumChecker") // an enum itself
        @Nullable
        final Protagonist referent;

        @Nullable
        final Service service;

        final int days;
        final int rank;

        Heading(
                String title,
                String description,
                Network audience,
                @Nullable Protagonist referent,
                @Nullable Service service,
                int days,
                int rank) {
            this.title = title;
            this.description = description;
            this.audience = audience;
            this.referent = referent;
            this.service = service;
            this.days = days;
            this.rank = rank;
        }
    }

    /** A topic being told. */
    static final class Topic {
        final Protagonist author;
        final String when;
        final Heading heading;
        final String title;
        final String text;
        final List<Reply> replies = new ArrayList<>();
        final List<String> subjects = new ArrayList<>();
        boolean question = true;
        boolean pinned;
        boolean closed;
        int answer = -1;
        int thanks;

        private Topic(Protagonist author, String when, Heading heading, String title, String text) {
            this.author = author;
            this.when = when;
            this.heading = heading;
            this.title = title;
            this.text = text;
        }

        /** A reply. */
        Topic then(Protagonist who, String what) {
            replies.add(new Reply(who, what, -1, ""));
            return this;
        }

        /** A reply that quotes some words of an earlier one. */
        Topic quoting(Protagonist who, int reply, String words, String what) {
            replies.add(new Reply(who, what, reply, words));
            return this;
        }

        /** The reply that its author accepted, from 0. */
        Topic answeredBy(int reply) {
            answer = reply;
            return this;
        }

        Topic about(String... words) {
            subjects.addAll(Arrays.asList(words));
            return this;
        }

        Topic discussion() {
            question = false;
            return this;
        }

        /** Kept at the top by those who keep order. */
        Topic pinned() {
            pinned = true;
            return this;
        }

        Topic closed() {
            closed = true;
            return this;
        }

        /** How many react. */
        Topic thanks(int number) {
            thanks = number;
            return this;
        }
    }

    /**
     * A reply being told.
     *
     * @param quoted the reply whose words it takes, -1 when none
     */
    record Reply(Protagonist author, String text, int quoted, String words) {}

    private final List<Topic> topics = new ArrayList<>();

    private ForumStory() {
        tell();
    }

    static List<Topic> topics() {
        return new ForumStory().topics;
    }

    private Topic ask(Protagonist author, String when, Heading heading, String title, String text) {
        var topic = new Topic(author, when, heading, title, text);
        topics.add(topic);
        return topic;
    }

    private void tell() {
        ask(
                        ELODIE,
                        "62 09:00",
                        Heading.COMMUNES,
                        "Règles de vie du forum : dix lignes à lire une fois",
                        "Un titre qui dit tout, une question par sujet, et « Retenir cette réponse » quand l’une d’elles vous a aidé : c’est elle que les suivants liront.\n\nOn se relit, on reste courtois, on ne parle pas des absents. Un nom d’habitant, un dossier, une photo où l’on reconnaît quelqu’un n’ont pas leur place ici.\n\nUne question sans réponse n’est pas perdue : au bout de quelques jours, elle va au référent de la rubrique.")
                .discussion()
                .pinned()
                .closed()
                .about("mode d’emploi")
                .thanks(41);
        ask(
                        MARTINE,
                        "48 10:15",
                        Heading.CIVIL_STATUS,
                        "Reconnaissance avant naissance : quelles pièces demander ?",
                        "Un couple vient demain à Viéville pour une reconnaissance anticipée. Ils n’ont pas encore de livret de famille. Une pièce d’identité suffit-elle, ou faut-il aussi un justificatif de domicile récent ?")
                .about("état civil", "naissance")
                .then(INES, "À Nogent, on demande toujours les deux.")
                .then(
                        NADEGE,
                        "Il faut les deux, pour le parent qui reconnaît :\n\n1. une pièce d’identité en cours de validité ;\n2. un justificatif de domicile de moins de trois mois.\n\nLe livret de famille n’est pas demandé : il sera remis à la naissance.")
                .answeredBy(1)
                .quoting(
                        INES,
                        1,
                        "un justificatif de domicile de moins de trois mois",
                        "Pensez à vérifier la date devant eux, cela évite un deuxième trajet.")
                .then(MARTINE, "Merci ! L’acte est signé, ils sont repartis ravis.")
                .thanks(17);
        ask(
                        INES,
                        "31 14:40",
                        Heading.CIVIL_STATUS,
                        "Duplicata de livret de famille : qui le délivre ?",
                        "Une habitante a perdu le sien. Elle s’est mariée à Chaumont, ses enfants sont nés à Langres. Est-ce à nous, ou à la mairie du mariage ?")
                .about("état civil")
                .then(
                        NADEGE,
                        "La demande se fait à la mairie de domicile, qui transmet à la mairie du mariage. Celle-ci remplit sa page, puis le livret part pour les naissances. Comptez un mois, et dites-le tout de suite.")
                .answeredBy(0)
                .then(MARTINE, "J’ajoute une fiche de suivi dans le livret : il revient rarement tout seul.")
                .thanks(11);
        ask(
                        NADEGE,
                        "19 09:05",
                        Heading.CIVIL_STATUS,
                        "Comment expliquez-vous la carte d’identité à quelqu’un qui lit mal ?",
                        "Au guichet, le formulaire en ligne met certaines personnes en difficulté. Avez-vous un support en images, ou une façon de dire ?")
                .about("accueil", "accessibilité")
                .then(
                        MARTINE,
                        "J’ai quatre photos plastifiées : la photo d’identité, le justificatif, le rendez-vous, le retrait. Je pose un doigt sur chacune.")
                .then(
                        THOMAS,
                        "À la médiathèque, le mardi matin, quelqu’un aide à remplir. Vous pouvez nous les envoyer, sans rendez-vous.")
                .answeredBy(0)
                .thanks(34);
        ask(
                        MARTINE,
                        "27 11:30",
                        Heading.COMMUNES,
                        "Clés de la salle des fêtes : boîte à code ou remise en main propre ?",
                        "À Vouécourt, on passe le samedi à attendre les locataires. Ceux qui ont une boîte à code en sont-ils contents ? Et pour l’état des lieux ?")
                .discussion()
                .about("salle des fêtes")
                .then(
                        INES,
                        "Boîte à code depuis deux ans. On change le code le lundi. L’état des lieux se fait en photos, le vendredi.")
                .then(
                        Elected.YVES,
                        "À Vignory, remise en main propre. J’habite en face, c’est plus simple, et on prend le café.")
                .then(
                        ALAIN,
                        "Si vous posez une boîte, prenez-la à visser dans le mur plein, pas sur la porte. Je peux passer voir.")
                .quoting(
                        MARTINE, 2, "Je peux passer voir", "Volontiers, un jeudi. La porte est d’époque, le mur aussi.")
                .thanks(22);
        ask(
                        Elected.YVES,
                        "13 18:20",
                        Heading.COMMUNES,
                        "Cérémonie du 11 novembre : qui a une sonorisation portable ?",
                        "La nôtre a rendu l’âme pendant la Marseillaise. Il en faudrait une pour les vœux, avec un micro sans fil.")
                .about("cérémonies")
                .then(
                        ESTELLE,
                        "L’école de musique en prête une, à réserver deux semaines avant. Elle tient quatre heures sans prise.")
                .answeredBy(0)
                .then(Elected.YVES, "Réservée. Merci, et le clairon aussi.")
                .thanks(15);
        ask(
                        INES,
                        "4 15:10",
                        Heading.COMMUNES,
                        "Affichage des délibérations : papier, écran, les deux ?",
                        "Notre panneau est dehors et prend l’eau. Est-ce qu’un écran derrière la vitre suffit, ou faut-il garder le papier ?")
                .about("affichage")
                .then(
                        VERONIQUE,
                        "La publication sur le site fait foi pour les communes qui l’ont choisie. Les autres gardent l’affichage papier. Dites-moi ce que votre conseil a délibéré, je vous réponds précisément.")
                .thanks(6);
        ask(
                        JEAN_MARC,
                        "22 07:10",
                        Heading.LOANS,
                        "Qui a une sableuse à prêter la première semaine de décembre ?",
                        "La nôtre part en révision. Il nous en faut une petite, tractée, pour les trottoirs d’Esnouveaux et d’Ageville.")
                .about("hiver", "sableuse")
                .then(SYLVAIN, "Bologne en a une, libre du lundi au jeudi. Elle tire à gauche, mais elle tire.")
                .answeredBy(0)
                .then(THIERRY, "Passez à l’atelier en la ramenant, je regarderai pourquoi.")
                .then(JEAN_MARC, "Prise lundi. Elle tire toujours à gauche, comme le chat.")
                .thanks(28);
        ask(
                        Elected.YVES,
                        "16 20:05",
                        Heading.LOANS,
                        "Barrières pour une brocante de village, cent mètres environ",
                        "Deuxième dimanche de mai, à Vignory. Nous allons les chercher nous-mêmes. À qui faut-il s’adresser, et combien de temps avant ?")
                .about("barrières", "fêtes")
                .then(
                        DAMIEN,
                        "Au dépôt de Nogent, un mois avant. Cinquante barrières de deux mètres, un plateau et quatre bras suffisent.")
                .answeredBy(0)
                .thanks(9);
        ask(
                        BRUNO,
                        "8 10:25",
                        Heading.LOANS,
                        "Tables pliantes pour la kermesse de l’école du Viaduc",
                        "Vingt tables et quarante bancs, un samedi de juin. Ceux des Archives sont-ils encore prêtés ?")
                .about("fêtes")
                .then(
                        BERNADETTE,
                        "Ils ne l’ont jamais été : ce sont des rayonnages. Demandez plutôt au Centre technique.")
                .then(BENOIT, "Centre technique : trente tables, soixante bancs. Réservez par ici, je note.")
                .answeredBy(1)
                .thanks(37);
        ask(
                        REMI,
                        "17 12:15",
                        Heading.COMPUTING,
                        "Badgeuse du centre aquatique : elle refuse un badge sur trois",
                        "Les mêmes badges passent à la troisième fois. On a essuyé le lecteur, rien n’y fait. L’humidité ?")
                .about("badgeuse", "piscine")
                .then(
                        KEVIN,
                        "Oui, c’est la condensation. J’ai commandé un boîtier étanche. En attendant, un coup de chiffon sec derrière la plaque, pas devant.")
                .answeredBy(0)
                .then(REMI, "Derrière la plaque, ça marche. Qui l’eût cru.")
                .thanks(19);
        ask(
                        BRIGITTE,
                        "11 08:50",
                        Heading.COMPUTING,
                        "La borne de l’école affiche l’heure d’été",
                        "Depuis dimanche, elle a une heure d’avance. Les enfants trouvent ça drôle, moi moins : je me suis levée pour rien.")
                .about("borne")
                .then(
                        MATHIEU,
                        "Corrigé à distance pour les douze bornes des écoles. Si une autre reste en avance, éteignez-la cinq minutes.")
                .answeredBy(0)
                .quoting(BRIGITTE, 0, "éteignez-la cinq minutes", "Fait pour celle de Bourdons. On est tous à l’heure.")
                .thanks(21);
        ask(
                        KARIM,
                        "6 13:40",
                        Heading.COMPUTING,
                        "Recevoir les consignes sur le téléphone de la benne, sans compte personnel",
                        "Le téléphone est partagé entre trois équipes. Faut-il se déconnecter à chaque fois ? On a les gants, et on oublie.")
                .about("téléphone partagé")
                .then(
                        KEVIN,
                        "Oui, et il le fait tout seul au bout de trois minutes sans toucher l’écran. Rien de vous n’y reste.")
                .then(MORGAN, "Confirmé : j’ai retrouvé l’écran d’accueil, pas tes messages.")
                .answeredBy(0)
                .thanks(14);
        ask(
                        AGATHE,
                        "3 16:30",
                        Heading.COMPUTING,
                        "Projecteur de l’auditorium : l’image est rose",
                        "Concert des élèves vendredi, et la présentation est rose bonbon. Le câble a été changé.")
                .about("projecteur")
                .thanks(3);
        ask(
                        PASCAL,
                        "44 07:35",
                        Heading.ROADS,
                        "Quel désherbant pour les cimetières ? Aucun, et voici comment",
                        "On n’a plus le droit, et on n’en a plus besoin. Trois ans d’essais :\n\n* enherbement des allées secondaires, tondues quatre fois l’an ;\n* sédums entre les tombes ;\n* binette au pied des murs, avant la Toussaint.\n\nLes familles râlent la première année. La deuxième, elles demandent le nom des fleurs.")
                .discussion()
                .about("cimetières", "sans pesticide")
                .then(MANON, "Pour les gravillons : il faut décompacter avant de semer, sinon rien ne lève.")
                .then(MARTINE, "Le conseil de Lachapelle a dit oui grâce à vos photos.")
                .then(HUGO, "J’ai compté : quatre fois moins d’heures qu’avant.")
                .thanks(63);
        ask(
                        HUGO,
                        "24 08:15",
                        Heading.ROADS,
                        "À quelle hauteur tailler les rosiers des ronds-points ?",
                        "Le manuel dit trois yeux, mon chef dit deux, le voisin dit rien du tout. Je commence demain.")
                .about("taille")
                .then(
                        PASCAL,
                        "Trois yeux pour les vigoureux, deux pour les chétifs. Et on attend mars : demain, tu ranges le sécateur.")
                .answeredBy(0)
                .then(HUGO, "Rangé. Merci.")
                .thanks(25);
        ask(
                        SYLVAIN,
                        "9 06:05",
                        Heading.ROADS,
                        "Sel ou saumure sous moins huit ?",
                        "On a les deux à Bologne. Jusqu’où la saumure tient-elle, et dans quel ordre on passe quand il neige dessus ?")
                .about("hiver", "sel")
                .then(
                        DAMIEN,
                        "Saumure en prévention, la veille, jusqu’à moins six. En dessous, sel sec. Sur neige : la lame d’abord, toujours.")
                .answeredBy(0)
                .then(AURORE, "Exact. Et on note la quantité dans le carnet : c’est lui qui décide du stock.")
                .thanks(18);
        ask(
                        DAMIEN,
                        "5 10:45",
                        Heading.ROADS,
                        "Nids-de-poule de la côte de Mandres : enrobé à froid ou on attend ?",
                        "Trois trous, dont un de vingt centimètres. L’enrobé à froid tiendra un mois. On le pose quand même avant les gelées ?")
                .about("chaussée");
        ask(
                        JEAN_MARC,
                        "4 06:55",
                        Heading.ROADS,
                        "Miroir du carrefour d’Ageville : qui nettoie, commune ou agglo ?",
                        "Il est couvert de givre chaque matin et de poussière chaque soir. On le fait en passant, mais est-ce à nous ?")
                .about("signalisation");
        ask(
                        MELANIE,
                        "21 13:20",
                        Heading.CHILDHOOD,
                        "Idées d’ateliers pour vingt enfants, un jour de pluie, dans un couloir",
                        "La salle est prise, la cour est une mare. Il faut du calme, et que les grands s’occupent des petits.")
                .discussion()
                .about("périscolaire")
                .then(
                        JULIEN,
                        "Parcours en ruban adhésif au sol, les yeux fermés, guidé par un plus grand. Une demi-heure de silence garantie.")
                .then(BRIGITTE, "Une boîte à histoires : chacun tire un objet et ajoute une phrase.")
                .then(THOMAS, "Le bibliobus peut déposer une malle le mercredi. Demandez la rouge.")
                .thanks(31);
        ask(
                        DOMINIQUE,
                        "14 09:50",
                        Heading.CHILDHOOD,
                        "Les petits ne mangent pas les lentilles : que faites-vous ?",
                        "À Nogent, la moitié revient. Le goût est bon, c’est la couleur qui ne passe pas.")
                .about("cantine", "gaspillage")
                .then(MARTIAL, "En salade tiède avec des carottes en dés, et on ne dit pas le nom avant la fin.")
                .then(FATIMA, "En galettes. Ils en redemandent, et ils sont furieux quand ils l’apprennent.")
                .answeredBy(1)
                .then(DOMINIQUE, "Galettes adoptées : deux assiettes revenues sur quatre-vingts.")
                .thanks(47);
        ask(
                        LAURA,
                        "7 11:05",
                        Heading.CHILDHOOD,
                        "Enfant fiévreux à la crèche : à partir de combien appelez-vous les parents ?",
                        "On a trois usages dans trois sections. Existe-t-il un protocole commun ?")
                .about("crèche")
                .then(
                        SANDRINE,
                        "38,5 : on appelle, on note l’heure, on propose à boire, on ne donne rien sans ordonnance. Le protocole affiché près du téléphone est celui du médecin de crèche, le même partout.")
                .answeredBy(0)
                .thanks(16);
        ask(
                        KARIM,
                        "35 17:50",
                        Heading.WORK,
                        "Heures de nuit du déneigement : comment sont-elles comptées ?",
                        "Renfort de trois nuits en décembre. Majorées, récupérées, ou les deux ?")
                .about("paie", "hiver")
                .then(
                        CHRISTELLE,
                        "Majorées de 22 h à 7 h, et récupérables si vous le préférez : vous le dites sur la feuille, avant le 5 du mois suivant. Pour votre cas, passez à la permanence.")
                .answeredBy(0)
                .then(KARIM, "C’est clair. Merci pour la date, je l’aurais ratée.")
                .thanks(29);
        ask(
                        LAURA,
                        "23 12:30",
                        Heading.WORK,
                        "Peut-on donner des jours de repos à une collègue ?",
                        "Sa petite fille est hospitalisée. On est cinq à vouloir lui donner une journée.")
                .about("congés", "solidarité")
                .then(
                        FREDERIC,
                        "Oui, c’est prévu : un courrier ou un mot au service suffit, sans nommer le motif. Le don est anonyme et sans limite. Merci pour elle.")
                .answeredBy(0)
                .thanks(88);
        ask(
                        HUGO,
                        "10 18:10",
                        Heading.WORK,
                        "Apprenti : ai-je droit à des jours pour réviser ?",
                        "Examen en juin, trois épreuves. On m’a parlé de cinq jours.")
                .about("apprentis", "congés")
                .then(
                        SOPHIE,
                        "Cinq jours ouvrables, dans le mois qui précède les épreuves, payés. Préviens Pascal en mars, il préparera les tontes sans toi.")
                .answeredBy(0)
                .then(LEA, "Je confirme, je les ai pris l’an dernier.")
                .thanks(12);
        ask(
                        MORGAN,
                        "20 05:50",
                        Heading.SAFETY,
                        "Gants d’hiver qui laissent sentir les sacs : lesquels ?",
                        "Les gris sont chauds mais on lâche tout. Les bleus glissent. On collecte avec deux paires, c’est idiot.")
                .about("EPI", "hiver")
                .then(
                        ANNE_LAURE,
                        "Le modèle enduit à demi, taille juste, avec un sous-gant en laine fine. J’en ai dix paires à l’essai : venez les chercher, et dites-moi dans un mois.")
                .answeredBy(0)
                .then(KARIM, "Essayés une semaine. On sent le sac, on sent aussi qu’il y a du verre dedans. Très bien.")
                .thanks(33);
        ask(
                        FABIEN,
                        "12 16:05",
                        Heading.SAFETY,
                        "Échelle ou escabeau dans un escalier en colimaçon ?",
                        "Changer trois ampoules au clocher de la mairie. L’échelle ne tient pas, l’escabeau non plus.")
                .about("travail en hauteur")
                .then(
                        ALAIN,
                        "Ni l’un ni l’autre : plateforme d’escalier à pieds réglables, elle est au magasin, étagère 4. Et jamais seul.")
                .answeredBy(0)
                .then(ANNE_LAURE, "Et on coupe le courant avant, au tableau, pas à l’interrupteur.")
                .thanks(20);
        ask(
                        YANNICK,
                        "6 08:35",
                        Heading.SAFETY,
                        "Odeur de chlore dans les vestiaires : à partir de quand s’inquiéter ?",
                        "Elle revient chaque lundi. Les mesures du bassin sont bonnes.")
                .about("piscine", "air")
                .then(
                        ANNE_LAURE,
                        "Ce n’est pas le chlore, ce sont les chloramines : l’aération est coupée le dimanche. Laissez-la tourner et mesurez l’air lundi matin, je viens avec l’appareil.")
                .thanks(9);
        ask(
                        Elected.HELENE,
                        "26 19:30",
                        Heading.COUNCIL,
                        "Visioconférence en commission : vos habitudes ?",
                        "Ceux du plateau font soixante kilomètres pour une heure de réunion. Peut-on mêler présents et distants sans que ces derniers disparaissent ?")
                .discussion()
                .about("commissions")
                .then(
                        Elected.NICOLE,
                        "Un tour de parole qui commence par les absents, et une caméra sur celui qui parle. Le reste suit.")
                .then(Elected.GERARD, "D’accord pour les commissions. Le conseil, lui, reste dans la salle.")
                .thanks(13);
        ask(
                        Elected.JACKY,
                        "9 20:40",
                        Heading.COUNCIL,
                        "Qui signe quand le vice-président est absent ?",
                        "Trois arrêtés de voirie attendent. Ma délégation ne dit rien de la suppléance.")
                .about("délégations")
                .then(
                        Elected.GERARD,
                        "Le président, ou le premier vice-président dans l’ordre du tableau. J’ai demandé un modèle d’arrêté complet pour tous.")
                .answeredBy(0)
                .thanks(8);
    }
}
