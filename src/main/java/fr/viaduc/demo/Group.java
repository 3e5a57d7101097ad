package fr.viaduc.demo;

import org.jspecify.annotations.Nullable;

/** The groups and communities that people opened. */
enum Group implements Target {
    WINTER(
            "Viabilité hivernale",
            "community",
            "open",
            false,
            Cast.AURORE,
            Mission.WINTER_SERVICE,
            "Météo, tournées, matériel : tout ce qui sert quand il gèle.",
            "Bienvenue. Ici on dit ce qu’on voit sur la route, quand on le voit. Les consignes d’astreinte restent celles de la cheffe d’équipe de garde."),
    ROADS_PRACTICE(
            "Entretien de la voirie",
            "community",
            "open",
            false,
            Cast.DAMIEN,
            Mission.ROAD_UPKEEP,
            "Trucs de métier entre équipes de Chaumont, Nogent et Bologne, et avec les cantonniers des communes.",
            null),
    TOWN_SECRETARIES(
            "Secrétaires de mairie",
            "community",
            "request",
            false,
            Cast.MARTINE,
            Mission.TOWN_SECRETARY,
            "On est souvent seules à notre bureau. Ici, jamais.",
            "Posez votre question, même celle que vous n’osez pas poser à la préfecture. Pas de nom d’administré, jamais."),
    COOKS(
            "Cuisine et cantines",
            "community",
            "open",
            false,
            Cast.MARTIAL,
            Mission.COOKING,
            "Recettes, gaspillage, retours des enfants.",
            null),
    SCHOOL_LIFE(
            "Écoles : ATSEM et animateurs",
            "community",
            "open",
            false,
            Cast.BRIGITTE,
            Mission.SCHOOL_ASSISTANCE,
            "Idées d’ateliers, remplacements, petits bonheurs.",
            "Pas de photo d’enfant sans l’accord écrit des parents. Merci !"),
    WELCOME_DESKS(
            "Accueil du public",
            "community",
            "open",
            false,
            Cast.NADEGE,
            Mission.RECEPTION,
            "Siège, Nogent, piscine, médiathèque, mobilités : une même façon d’accueillir.",
            null),
    FIRST_AIDERS(
            "Sauveteurs secouristes",
            "community",
            "open",
            false,
            Cast.ANNE_LAURE,
            Mission.FIRST_AID,
            "Recyclages, trousses, défibrillateurs.",
            null),
    STATION_SQUARE(
            "Chantier : place de la Gare",
            "group",
            "request",
            true,
            Cast.AURORE,
            null,
            "Rendre la place aux piétons, planter 34 arbres, garder 60 stationnements.",
            null),
    POOL_WORKS(
            "Rénovation de la piscine",
            "group",
            "invitation",
            true,
            Cast.CORINNE,
            null,
            "Le petit bassin, la chaufferie et les vestiaires, de l’étude à la réouverture.",
            null),
    COMMUNES(
            "La vie des communes",
            "group",
            "open",
            true,
            Cast.ROMAIN,
            null,
            "Élus et agents échangent ici sur ce qui se passe dans les 63 communes.",
            null),
    CAR_SHARING(
            "Covoiturage domicile-travail",
            "group",
            "open",
            false,
            Cast.MAELLE,
            null,
            "Trouver un siège, offrir un siège.",
            null),
    CHOIR(
            "La chorale du midi",
            "group",
            "open",
            false,
            Cast.AGATHE,
            null,
            "Le jeudi de 12 h 30 à 13 h 15, à l’École de musique. Aucun niveau demandé.",
            null),
    WALKERS(
            "Courir et marcher ensemble",
            "group",
            "open",
            false,
            Cast.REMI,
            null,
            "Le mardi midi et certains dimanches. Le dernier n’est jamais seul.",
            null),
    BARGAINS(
            "Trocs et bons plans",
            "group",
            "open",
            false,
            Cast.FATIMA,
            null,
            "Donner, prêter, chercher, entre collègues. Pas de commerce.",
            null),
    NEWCOMERS(
            "Nouveaux arrivants",
            "group",
            "open",
            false,
            Cast.SOPHIE,
            null,
            "Les premières semaines, et les questions qui vont avec.",
            "Bienvenue à l’agglomération ! Présentez-vous en deux lignes, et demandez tout."),
    SITE_CONTACTS(
            "Référents de site",
            "group",
            "invitation",
            false,
            Cast.NADEGE,
            null,
            "Codes, badges, affiches, coups de main de proximité.",
            null),
    VIADUC_HELP(
            "Viaduc, mode d’emploi",
            "group",
            "open",
            true,
            Cast.MATHIEU,
            null,
            "Questions et idées sur ce réseau.",
            null),
    DIGITAL_COMMISSION(
            "Commission numérique",
            "group",
            "invitation",
            true,
            Cast.MATHIEU,
            null,
            "Préparation des réunions de la commission numérique.",
            null),
    MANAGEMENT("Comité de direction", "group", "secret", false, Cast.PHILIPPE, null, "Réunions du lundi.", null),
    UNION_ARCHES(
            "Section syndicale Les Arches",
            "group",
            "secret",
            false,
            Cast.SERGE,
            null,
            "Espace des adhérents. L’employeur n’en connaît pas la liste.",
            null),
    UNION_TERRITORY(
            "Union des agents du territoire",
            "group",
            "secret",
            false,
            Cast.DOMINIQUE,
            null,
            "Espace des adhérents. L’employeur n’en connaît pas la liste.",
            null),
    SHARED_GARDEN(
            "Jardin partagé du centre technique",
            "group",
            "open",
            false,
            Cast.PASCAL,
            null,
            "Huit carrés, un composteur, une brouette qui grince.",
            null),
    CHILDREN_PARTY(
            "Arbre de Noël des enfants",
            "group",
            "request",
            false,
            Cast.NATHALIE,
            null,
            "L’équipe de préparation. Le programme est secret jusqu’au jour dit.",
            null),
    WATER_ALERT(
            "Cellule de veille de l’eau",
            "group",
            "invitation",
            false,
            Cast.LUCIE,
            null,
            "Niveaux, turbidité, restrictions.",
            null);

    final String title;
    final String kind;
    final String access;
    final boolean elected;
    final Cast owner;
    final @Nullable Mission mission;
    final String description;
    final @Nullable String welcome;

    Group(
            String title,
            String kind,
            String access,
            boolean elected,
            Cast owner,
            @Nullable Mission mission,
            String description,
            @Nullable String welcome) {
        this.title = title;
        this.kind = kind;
        this.access = access;
        this.elected = elected;
        this.owner = owner;
        this.mission = mission;
        this.description = description;
        this.welcome = welcome;
    }

    String slug() {
        return Slugs.of(title);
    }
}
