package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;

import fr.viaduc.blog.Article;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The articles of the demonstration: portraits, achievements, news. */
final class Tales {

    private Tales() {}

    /**
     * An article to tell.
     *
     * @param when as in {@link Story#post}
     * @param everyone whether elected officials read it too
     * @param files pictures of the demonstration by field of the form
     * @param cover what the cover shows
     * @param caption under the cover
     * @param pair what the pictures before and after show, when there are some
     * @param service that it speaks of, if any
     * @param place that it speaks of, if any
     * @param shown whom the pictures show
     */
    record Tale(
            Article.Form form,
            Cast author,
            String when,
            boolean everyone,
            String category,
            String title,
            String lead,
            String body,
            String tags,
            Map<String, String> files,
            String cover,
            String caption,
            List<String> pair,
            @Nullable Service service,
            @Nullable Place place,
            List<Cast> shown,
            boolean featured,
            int thanks,
            List<Story.Remark> remarks) {}

    /** All of them; what is between double braces in a body is a picture and its caption. */
    static List<Tale> all() {
        return List.of(
                new Tale(
                        Article.Form.PORTRAIT,
                        ELODIE,
                        "1 09:10",
                        true,
                        "portraits-de-metier",
                        "Karim, 4 h 30, la tournée qui réveille le plateau",
                        "Quarante-deux kilomètres, onze villages et une thermos de café. Nous avons passé une matinée dans la cabine de la benne 7, entre Biesles et Consigny.",
                        """
                        À cette heure-là, le dépôt de la Vendue sent le gazole et le pain chaud. Karim Belkacem fait le tour du camion avec une lampe : pneus, vérins, gyrophare. « Dix minutes au dépôt, c’est une heure de gagnée sur la route », dit-il en refermant le coffre.

                        Avec Morgan, son équipier, il dessert onze villages chaque mardi. Il connaît les chiens, les bacs qui roulent dans la pente, la dame d’Ageville qui laisse la lumière allumée pour dire bonjour.

                        ## Une route, deux métiers

                        On croit que conduire est le plus dur. Ce sont les marches arrière. Dans trois hameaux, la benne ne peut pas tourner : il faut reculer sur deux cents mètres, Morgan à pied, une main levée. Depuis le printemps, deux aires de retournement ont été créées avec les communes. **Il reste un point noir**, et il est sur la liste.

                        > Les gens nous voient trente secondes par semaine. Ces trente secondes, c’est l’Agglomération qui passe.
                        >
                        > Karim Belkacem, chauffeur de benne

                        {{champs|Des champs dorés et des bottes de paille, le clocher d’un village au loin.|Le plateau, vers Mandres-la-Côte. « Le meilleur bureau du département. »}}

                        ## Ce que l’équipe demande

                        - Sortir les bacs la veille au soir, poignées vers la route.
                        - Signaler les travaux deux jours avant : une rue barrée, c’est vingt minutes perdues.
                        - Dire bonjour. Cela ne coûte rien et cela tient chaud.

                        ## La matinée en chiffres

                        <table><tbody><tr><th>Étape</th><th>Heure</th><th>Bacs levés</th></tr><tr><td>Départ de la Vendue</td><td>4 h 30</td><td>0</td></tr><tr><td>Biesles et Ageville</td><td>5 h 15</td><td>212</td></tr><tr><td>Esnouveaux, Forcey, Consigny</td><td>7 h 40</td><td>187</td></tr><tr><td>Vidage</td><td>10 h 20</td><td>6,4 tonnes</td></tr></tbody></table>

                        <div role="note"><p><strong>Envie d’essayer ?</strong> Le service des déchets accueille un collègue par mois en cabine, de 4 h 30 à midi. Joël Simonnot tient la liste.</p></div>
                        """,
                        "collecte, métiers, Biesles",
                        Map.of("couverture", "benne"),
                        "Une benne bleue à l’arrêt sur la route, un équipier en gilet orange à l’arrière, un bac vert devant.",
                        "La benne 7 à l’entrée d’Esnouveaux, 6 h 50. Photo Élodie Guyard.",
                        List.of(),
                        Service.WASTE,
                        Place.TECHNICAL_CENTRE,
                        List.of(KARIM, MORGAN),
                        true,
                        84,
                        List.of(
                                new Story.Remark(
                                        BRIGITTE,
                                        "Les enfants de la maternelle attendent le camion à la fenêtre tous les mardis. Ils seront fiers de connaître le prénom du chauffeur !",
                                        false),
                                new Story.Remark(KARIM, "Dites-leur que je klaxonne mardi prochain. Deux coups.", true),
                                new Story.Remark(
                                        JEAN_MARC,
                                        "Pour le point noir, on passe voir avec Aurore la semaine prochaine. Si l’accotement tient, c’est réglé avant la neige.",
                                        false))),
                new Tale(
                        Article.Form.ACHIEVEMENT,
                        ELODIE,
                        "6 10:30",
                        true,
                        "realisations",
                        "La place où l’on se pose",
                        "Neuf mois de travaux, douze bancs, quarante et un arbres et plus une seule flaque. La place rendue aux piétons se raconte par celles et ceux qui l’ont faite.",
                        """
                        Il y a un an, on traversait la place en courant, entre deux voitures et une flaque. Aujourd’hui, on s’y assoit.

                        ## Ce qui a changé sous les pieds

                        Le goudron a laissé la place à une pierre claire venue d’une carrière du département. Elle boit la pluie : ce qui tombe sur la place nourrit les arbres et ne part plus au réseau. Le service de l’eau en a profité pour remplacer 180 mètres de conduite de 1931.

                        ## Qui l’a fait

                        1. La voirie a préparé le sol et tenu le calendrier.
                        2. L’eau et l’assainissement ont travaillé la nuit pour ne couper personne le jour.
                        3. Les jardiniers ont choisi des arbres qui aiment la chaleur et n’ont pas besoin d’arrosage après trois étés.
                        4. L’atelier a fabriqué les douze bancs, dont quatre à la bonne hauteur pour se relever sans aide.

                        > On nous demandait toujours quand ce serait fini. Maintenant on nous demande si on peut rester encore un peu.
                        >
                        > Aurore Demange, cheffe du service voirie et espaces verts

                        ## Et ensuite

                        Le marché revient le samedi. Une fontaine à boire sera posée au printemps, là où les enfants l’ont dessinée.
                        """,
                        "voirie, espaces verts, eau",
                        Map.of("couverture", "rue-apres", "avant", "rue-avant", "apres", "rue-apres"),
                        "Une place piétonne pavée de pierre claire, des arbres et deux personnes assises sur un banc.",
                        "La place en novembre. Photo Léa Maitrot.",
                        List.of(
                                "La même place avant les travaux : goudron fissuré, flaque et voitures garées.",
                                "La place après les travaux : pierre claire, arbres et bancs."),
                        Service.ROADS,
                        null,
                        List.of(AURORE),
                        true,
                        112,
                        List.of(
                                new Story.Remark(
                                        LUCIE,
                                        "180 mètres de fonte de 1931, sortis sans une seule coupure de jour. Bravo à l’équipe de nuit.",
                                        false),
                                new Story.Remark(
                                        PASCAL,
                                        "Les arbres sont bien partis. On se donne rendez-vous dans trois étés.",
                                        false))),
                new Tale(
                        Article.Form.ARTICLE,
                        CAROLINE,
                        "3 08:45",
                        true,
                        "actualites",
                        "Neige : qui fait quoi, et à quelle heure",
                        "Les premiers flocons sont annoncés. Voici comment le service hivernal s’organise, ce qui ouvre, ce qui ferme, et qui appeler.",
                        """
                        La saison dure du 15 novembre au 15 mars. Trente-deux agents se relaient, jour et nuit, sur 640 km de routes et 63 communes.

                        ## L’ordre des routes

                        <table><tbody><tr><th>Priorité</th><th>Routes</th><th>Dégagées avant</th></tr><tr><th>1</th><td>Accès à l’hôpital, casernes, lignes de car</td><td>6 h 30</td></tr><tr><th>2</th><td>Écoles, crèches, cuisine centrale</td><td>7 h 30</td></tr><tr><th>3</th><td>Bourgs et lotissements</td><td>10 h</td></tr></tbody></table>

                        ## Si votre site est fermé

                        - Votre responsable est prévenu avant 6 h et vous appelle.
                        - Sans appel, le site est ouvert : partez tranquillement, en prenant le temps.
                        - Les agents de restauration et de petite enfance sont prévenus en premier.

                        ## Ce que chacun peut faire

                        Laissez les places de stationnement libres du côté des numéros pairs : la lame passe mieux. Et gardez dans la voiture une couverture, une lampe et de l’eau.

                        <div role="note"><p><strong>Un numéro pour tous</strong> : l’astreinte répond de 4 h à 21 h au poste 4100. Elle décide, et elle note.</p></div>
                        """,
                        "hiver, routes, astreinte",
                        Map.of("couverture", "neige"),
                        "Une déneigeuse orange à lame rouge avance de face sur une route enneigée, sous un ciel gris.",
                        "La lame de Nogent en répétition. Photo d’archives.",
                        List.of(),
                        Service.ROADS,
                        Place.NOGENT_DEPOT,
                        List.of(),
                        true,
                        58,
                        List.of(
                                new Story.Remark(DAMIEN, "La lame biaise est montée. On est prêts.", false),
                                new Story.Remark(NADEGE, "J’ai affiché le tableau à l’accueil, merci.", false))),
                new Tale(
                        Article.Form.PORTRAIT,
                        CAROLINE,
                        "12 14:20",
                        false,
                        "portraits-de-metier",
                        "Thomas, le livre qui voyage en bus",
                        "Il conduit neuf tonnes de livres par des routes où l’on croise plus de chevreuils que de lecteurs. Une journée dans le bibliobus.",
                        """
                        Le bibliobus quitte la médiathèque à 8 h. À l’intérieur, 2 800 livres tenus par des tringles, un poêle, deux tabourets et une boîte de réclamations que personne n’a jamais utilisée.

                        Thomas Bertrand a commencé bibliothécaire. Il a passé le permis poids lourd à quarante ans, « pour aller chercher les lecteurs là où ils sont ».

                        ## Sexfontaines, 9 h 10

                        Trois personnes attendent déjà. Une dame rend six policiers et en reprend six. « Celui-là, vous l’avez lu en mars », dit Thomas sans regarder l’ordinateur.

                        ## Ce qu’on emprunte

                        - Les enfants : les dinosaures, toujours les dinosaures.
                        - Les parents : la cuisine et les romans du soir.
                        - Les aînés : tout, à condition que ce soit écrit gros.

                        > Un village où passe le bibliobus, c’est un village où l’on parle de livres. Même ceux qui ne lisent pas ont un avis.
                        >
                        > Thomas Bertrand

                        ## Le soir

                        Retour à 18 h. Thomas balaie, range, note les demandes. Demain, il aura trouvé le traité d’apiculture que cherchait le maire de Meures.
                        """,
                        "lecture, bibliobus, métiers",
                        Map.of("couverture", "mediatheque"),
                        "La médiathèque vue du parvis, un immeuble clair aux fenêtres éclairées, des passants devant l’entrée.",
                        "Le départ, place de la médiathèque. Photo Léa Maitrot.",
                        List.of(),
                        Service.CULTURE,
                        Place.MEDIA_LIBRARY,
                        List.of(THOMAS),
                        false,
                        67,
                        List.of(
                                new Story.Remark(
                                        ESTELLE, "Le traité d’apiculture est arrivé ce matin. Il part jeudi.", false),
                                new Story.Remark(
                                        MARTINE,
                                        "Juzennecourt confirme : tout, à condition que ce soit écrit gros.",
                                        false))),
                new Tale(
                        Article.Form.ARTICLE,
                        ELODIE,
                        "17 11:05",
                        false,
                        "vie-de-l-agglomeration",
                        "À la cuisine centrale, on a pesé les restes",
                        "Pendant un mois, dix-neuf cantines ont pesé ce qui revenait dans les assiettes. Le résultat surprend, et il change les menus.",
                        """
                        Cent vingt et un grammes par enfant et par repas : c’était le chiffre d’octobre. En novembre, on est à 84. Personne n’a puni personne, on a simplement regardé.

                        ## Trois idées qui ont marché

                        1. **La petite faim** : l’enfant dit s’il a petite, moyenne ou grande faim. On le ressert.
                        2. **Le pain à la fin** : posé au milieu du repas, il remplaçait les légumes.
                        3. **Le cuisinier en salle** : Martial vient une fois par semaine. On ne laisse pas la soupe de quelqu’un qu’on connaît.

                        {{cantine|Trois enfants souriants attablés devant des plateaux colorés, dans un réfectoire à hautes fenêtres en arche.|Au réfectoire de l’école du Viaduc, le jour des lentilles.}}

                        ## Une idée qui n’a pas marché

                        Les épinards en purée. Nous remercions toutes les personnes qui ont essayé.

                        ## La suite

                        La pesée devient mensuelle. Les 37 grammes économisés paient le passage de deux fromages par semaine en production locale.
                        """,
                        "cantine, gaspillage, alimentation",
                        Map.of("couverture", "cantine"),
                        "Trois enfants souriants attablés devant des plateaux colorés, dans un réfectoire à hautes fenêtres en arche.",
                        "Photo Élodie Guyard, avec l’accord des familles.",
                        List.of(),
                        Service.CATERING,
                        Place.CENTRAL_KITCHEN,
                        List.of(MARTIAL),
                        false,
                        93,
                        List.of(
                                new Story.Remark(
                                        DOMINIQUE,
                                        "À Nogent, la petite faim a tout changé. Et la vaisselle va plus vite.",
                                        false),
                                new Story.Remark(
                                        FATIMA, "Je demande un nouvel essai pour les épinards. En gratin.", false),
                                new Story.Remark(MARTIAL, "Accordé. Une seule fois.", true))),
                new Tale(
                        Article.Form.PORTRAIT,
                        ELODIE,
                        "26 09:40",
                        true,
                        "portraits-de-metier",
                        "Fleurir sans arroser, le pari de Pascal",
                        "Jardinier depuis vingt-six ans, Pascal Viard a supprimé les jardinières et divisé l’eau par quatre. Les massifs n’ont jamais été aussi pleins.",
                        """
                        Il montre ses mains avant ses fleurs. « Tout est là : on touche la terre, on sait si elle a soif. Le plus souvent, elle n’a pas soif. C’est nous qui avons chaud. »

                        ## Quatre fois moins d’eau

                        Aux serres, Pascal et Hugo, son apprenti, ont trié les plantes en deux tas : celles qui réclament et celles qui se débrouillent. Les sauges, les gauras, les graminées sont restées. Les géraniums ont pris leur retraite.

                        - Le paillage vient des tailles de l’automne.
                        - On plante en octobre, pas en mai : l’hiver arrose gratuitement.
                        - On accepte qu’un massif soit brun en janvier. « C’est beau aussi, le brun. »

                        > Les gens croient qu’un jardin se fait au printemps. Un jardin se fait à l’automne, quand personne ne regarde.
                        >
                        > Pascal Viard

                        ## Transmettre

                        Hugo passera son brevet en juin. Il tient un carnet de ce qui a survécu, rue par rue. C’est devenu le document le plus consulté du service.
                        """,
                        "espaces verts, eau, métiers",
                        Map.of("couverture", "jardin"),
                        "Un jardinier bêche entre des massifs fleuris, dans un parc bordé d’arbres.",
                        "Le square Boulingrin en octobre. Photo Élodie Guyard.",
                        List.of(),
                        Service.ROADS,
                        Place.GREENHOUSES,
                        List.of(PASCAL, HUGO),
                        false,
                        76,
                        List.of(
                                new Story.Remark(
                                        HUGO, "Le carnet est ouvert à tous, page 12 pour les ronds-points.", false),
                                new Story.Remark(LUCIE, "De la part des captages : merci.", false))),
                new Tale(
                        Article.Form.ARTICLE,
                        ELODIE,
                        "33 16:10",
                        true,
                        "vie-de-l-agglomeration",
                        "La piscine baisse d’un degré et gagne des nageurs",
                        "Un degré de moins dans le grand bassin, des horaires élargis le matin : le pari tient, et la facture aussi.",
                        """
                        Vingt-sept degrés au lieu de vingt-huit. Les premiers jours, Rémi a compté les grimaces. La deuxième semaine, il a compté les entrées : neuf pour cent de plus.

                        ## Pourquoi cela marche

                        Les nageurs du matin préfèrent une eau fraîche. Ceux de l’après-midi ont gardé le petit bassin, toujours à trente. L’ouverture à 6 h 30, deux jours par semaine, a fait venir des équipes de collecte et des infirmières en sortie de nuit.

                        ## Ce que cela épargne

                        Yannick relève les compteurs chaque lundi : 1 940 litres de gaz équivalent de moins en un mois. « On a changé un chiffre sur un cadran. Le reste, c’est du réglage, et le réglage, c’est du métier. »
                        """,
                        "piscine, énergie, sport",
                        Map.of("couverture", "piscine"),
                        "Une nageuse dans un grand bassin à lignes d’eau, sous l’œil d’un maître-nageur.",
                        "Le grand bassin, 7 h. Photo Léa Maitrot.",
                        List.of(),
                        Service.SPORTS,
                        Place.POOL,
                        List.of(REMI, YANNICK),
                        false,
                        49,
                        List.of(new Story.Remark(
                                KARIM, "La benne 7 confirme : l’eau est fraîche, l’accueil non.", false))));
    }

    /** How far an article has come that is not read yet. */
    enum Stage {
        DRAFT,
        REVIEW,
        SCHEDULED
    }

    /**
     * An article on its way.
     *
     * @param coauthors who write it too
     * @param first what its body said before it was corrected; null when it was not
     */
    record Unfinished(
            Tale tale, List<Cast> coauthors, @Nullable String first, Stage stage, boolean asks) {
        Unfinished(Tale tale, List<Cast> coauthors, @Nullable String first, Stage stage) {
            this(tale, coauthors, first, stage, false);
        }
    }

    /** What waits: to be written further, to be read by those who publish, for its day. */
    static List<Unfinished> unfinished() {
        String nogent = """
                La cour du dépôt de Nogent se traversait en bottes. On s’y croisait mal : un camion qui rentre, deux qui sortent, et un piéton qui cherche le vestiaire.

                ## Un sens, un seul

                Les camions entrent désormais par la rue du Moulin et sortent par la route de Biesles. Les piétons ont leur allée, le long du mur, éclairée à hauteur de genou.

                ## Fait par nous

                - Le terrassement et l’enrobé : l’équipe de Nogent, en onze jours.
                - Les bordures : reprises de l’ancienne place de la gare.
                - L’éclairage : deux agents du patrimoine bâti, un vendredi.

                > Depuis que la cour est en sens unique, je n’ai pas fait une seule marche arrière. À mon âge, le cou dit merci.
                >
                > Jean-Marc Thévenot, agent de voirie
                """;
        return List.of(
                new Unfinished(
                        new Tale(
                                Article.Form.ACHIEVEMENT,
                                JEAN_MARC,
                                "1 11:40",
                                false,
                                "realisations",
                                "À Nogent, la cour du dépôt tourne enfin dans le bon sens",
                                "Onze jours de chantier, des bordures reprises de la gare et plus une seule marche arrière : l’équipe raconte.",
                                nogent,
                                "voirie, Nogent, dépôt",
                                Map.of("couverture", "chantier"),
                                "Deux agents en gilet orange devant un engin de chantier, sur un sol fraîchement nivelé.",
                                "Le nivellement, mi-octobre. Photo Jean-Marc Thévenot.",
                                List.of(),
                                Service.ROADS,
                                Place.NOGENT_DEPOT,
                                List.of(),
                                false,
                                0,
                                List.of()),
                        List.of(AURORE),
                        nogent.replace("en onze jours", "en deux semaines").replace("un vendredi", "un lundi"),
                        Stage.REVIEW),
                new Unfinished(
                        new Tale(
                                Article.Form.ARTICLE,
                                AURORE,
                                "2 17:20",
                                false,
                                "vie-de-l-agglomeration",
                                "Fauchage tardif : où, quand, pourquoi",
                                "On nous demande pourquoi certains bords de route restent hauts en juillet. La réponse tient en trois lignes et quelques papillons.",
                                """
                                ## Ce que nous fauchons en mai

                                Les carrefours, les virages, les accès des riverains : partout où l’on doit voir venir.

                                ## Ce que nous laissons jusqu’en septembre

                                Les talus et les fossés larges, soit 210 km. Pascal y a compté dix-sept espèces de papillons de plus en trois ans.

                                À compléter : la carte, et le tableau des dates par secteur.
                                """,
                                "voirie, biodiversité",
                                Map.of("couverture", "champs"),
                                "Des champs dorés et des bottes de paille, le clocher d’un village au loin.",
                                "",
                                List.of(),
                                Service.ROADS,
                                null,
                                List.of(),
                                false,
                                0,
                                List.of()),
                        List.of(PASCAL, JEAN_MARC),
                        null,
                        Stage.DRAFT),
                new Unfinished(
                        new Tale(
                                Article.Form.PORTRAIT,
                                ELODIE,
                                "1 15:30",
                                true,
                                "portraits-de-metier",
                                "Jean-Marc, vingt hivers sur la saleuse",
                                "Il connaît chaque virage du secteur est par le bruit que fait la lame. Rencontre avant la première neige.",
                                """
                                Le dépôt de Nogent sent le sel et le café. Jean-Marc Thévenot règle sa lame « à l’oreille », et l’oreille ne s’est trompée qu’une fois, en 2012.

                                ## La nuit du 5 décembre

                                Trente-huit centimètres en six heures. « On ne sale pas, à ce stade, on ouvre. »

                                ## Ce qu’il transmet

                                Deux jeunes collègues apprennent la tournée avec lui, dans les deux sens.
                                """,
                                "voirie, hiver, métiers",
                                Map.of("couverture", "portrait-jeanmarc"),
                                "Jean-Marc Thévenot, en gilet orange, sourit devant l’objectif.",
                                "Au dépôt de Nogent. Photo Élodie Guyard.",
                                List.of(),
                                Service.ROADS,
                                Place.NOGENT_DEPOT,
                                List.of(JEAN_MARC),
                                false,
                                0,
                                List.of()),
                        List.of(),
                        null,
                        Stage.DRAFT),
                new Unfinished(
                        new Tale(
                                Article.Form.ARTICLE,
                                ELODIE,
                                "1 16:50",
                                true,
                                "vie-de-l-agglomeration",
                                "Le viaduc s’illumine : trois soirs, et qui tient les projecteurs",
                                "Cinquante arches, quatre cents projecteurs et une équipe de douze personnes : les soirées de lumière se préparent.",
                                """
                                Chaque arche demande huit projecteurs et deux heures de réglage. L’équipe du patrimoine bâti a commencé lundi par le côté de la vallée.

                                ## Les trois soirs

                                - Vendredi, de 18 h à 22 h : les écoles ouvrent le chemin avec leurs lanternes.
                                - Samedi, de 18 h à 23 h : la fanfare de l’école de musique part de la gare.
                                - Dimanche, de 17 h 30 à 20 h : on éteint ensemble.

                                ## Venir sans voiture

                                Les cars circulent jusqu’à 23 h 30 et sont gratuits les trois soirs.
                                """,
                                "viaduc, fête, patrimoine",
                                Map.of("couverture", "viaduc-soir"),
                                "Le viaduc de Chaumont au crépuscule, ses arches éclairées au-dessus de la vallée.",
                                "Les essais de lundi soir. Photo Élodie Guyard.",
                                List.of(),
                                Service.BUILDINGS,
                                null,
                                List.of(),
                                false,
                                0,
                                List.of()),
                        List.of(),
                        null,
                        Stage.SCHEDULED),
                new Unfinished(
                        new Tale(
                                Article.Form.ARTICLE,
                                CHRISTELLE,
                                "1 10:15",
                                false,
                                "actualites",
                                "Télétravail : ce qui change au 1er janvier",
                                "Deux jours par semaine au lieu d’un, un jour fixe par équipe et une indemnité relevée : la règle en une page.",
                                """
                                Le comité social territorial a donné un avis favorable le 19 novembre. La règle vaut pour toutes celles et ceux dont les tâches peuvent se faire à distance.

                                ## La règle

                                <table><tbody><tr><th>Ce qui change</th><th>Aujourd’hui</th><th>Au 1er janvier</th></tr><tr><th>Jours par semaine</th><td>1</td><td>2 au plus</td></tr><tr><th>Jour de présence commun</th><td>aucun</td><td>fixé par équipe</td></tr><tr><th>Indemnité par jour</th><td>2,88 €</td><td>3,20 €</td></tr></tbody></table>

                                ## La demander

                                - Parlez-en à votre responsable avant le 12 décembre.
                                - Le formulaire tient sur une page ; la réponse vient sous quinze jours, et un refus s’explique.

                                <div role="note"><p><strong>Sans poste à distance ?</strong> Les équipes de terrain choisissent en janvier leurs deux demi-journées de formation.</p></div>
                                """,
                                "télétravail, ressources humaines",
                                Map.of(),
                                "",
                                "",
                                List.of(),
                                Service.HUMAN_RESOURCES,
                                null,
                                List.of(),
                                false,
                                0,
                                List.of()),
                        List.of(),
                        null,
                        Stage.DRAFT,
                        true));
    }
}
