package fr.viaduc.demo;

import static fr.viaduc.demo.Pole.PLANNING;
import static fr.viaduc.demo.Pole.POPULATION;
import static fr.viaduc.demo.Pole.PRESIDENCY;
import static fr.viaduc.demo.Pole.RESOURCES;
import static fr.viaduc.demo.Pole.TECHNICAL;

/** The 25 services, with the codes that the HR system gives them and the number of their agents. */
enum Service implements Target {
    DIRECTION(
            "DG",
            "Direction générale",
            PRESIDENCY,
            8,
            "Coordonner les pôles, préparer les décisions, suivre leur exécution. L’accueil du siège lui est rattaché."),
    CABINET(
            "CAB",
            "Cabinet",
            PRESIDENCY,
            4,
            "Assister le président, tenir son agenda, répondre aux maires et aux habitants."),
    COMMUNICATION(
            "COM",
            "Communication",
            PRESIDENCY,
            6,
            "Informer les habitants et les agents, valoriser les métiers, photographier le territoire."),
    ASSEMBLIES(
            "AAJ",
            "Assemblées et affaires juridiques",
            RESOURCES,
            8,
            "Préparer les conseils et les bureaux, sécuriser les actes, accompagner les secrétaires de mairie."),
    PROCUREMENT(
            "CPU",
            "Commande publique",
            RESOURCES,
            9,
            "Conseiller les services sur leurs achats, rédiger et suivre les marchés."),
    FINANCE(
            "FIN",
            "Finances",
            RESOURCES,
            18,
            "Préparer le budget, payer à l’heure, encaisser les recettes, éclairer les choix."),
    HUMAN_RESOURCES(
            "RH",
            "Ressources humaines",
            RESOURCES,
            15,
            "Recruter, former, payer et accompagner les agents tout au long de leur carrière."),
    PREVENTION(
            "PST",
            "Prévention et santé au travail",
            RESOURCES,
            8,
            "Éviter les accidents, adapter les postes, être là quand quelque chose ne va pas."),
    DIGITAL(
            "DSI",
            "Systèmes d’information",
            RESOURCES,
            11,
            "Faire fonctionner postes, réseaux et logiciels, protéger les données, dépanner."),
    ARCHIVES(
            "ARC",
            "Archives",
            RESOURCES,
            4,
            "Collecter, trier, conserver et communiquer les archives de l’agglomération et de ses communes."),
    URBANISM(
            "URB",
            "Urbanisme",
            PLANNING,
            12,
            "Instruire les permis pour les communes, tenir le plan local d’urbanisme intercommunal."),
    HOUSING(
            "HAB",
            "Habitat et logement",
            PLANNING,
            6,
            "Aider à rénover les logements, loger ceux qui cherchent, suivre l’aire d’accueil."),
    BUILDINGS(
            "PAT",
            "Patrimoine bâti",
            TECHNICAL,
            34,
            "Construire, chauffer, réparer et nettoyer les bâtiments de l’agglomération."),
    ROADS(
            "VOI",
            "Voirie et espaces verts",
            TECHNICAL,
            77,
            "Entretenir les routes et les rues, déneiger, faucher, planter, fleurir."),
    WATER(
            "EAU",
            "Eau et assainissement",
            TECHNICAL,
            44,
            "Produire une eau saine, réparer les fuites, épurer avant de rendre à la Marne."),
    WASTE(
            "DEC",
            "Déchets et déchetteries",
            TECHNICAL,
            74,
            "Collecter, trier, accueillir en déchetterie, réduire ce que nous jetons."),
    MOBILITY(
            "MOB",
            "Mobilités",
            PLANNING,
            13,
            "Organiser les bus, le transport à la demande, le transport scolaire et le vélo."),
    ECONOMY(
            "ECO",
            "Développement économique",
            PLANNING,
            12,
            "Accueillir les entreprises, animer les zones d’activités, soutenir le commerce."),
    HIGHER_EDUCATION(
            "ENS",
            "Enseignement supérieur et innovation",
            PLANNING,
            7,
            "Accompagner les étudiants, les écoles et les projets innovants."),
    TOURISM(
            "TOU",
            "Tourisme",
            PLANNING,
            12,
            "Faire connaître le pays de Chaumont, accueillir les visiteurs, entretenir les sentiers."),
    EARLY_CHILDHOOD(
            "PET",
            "Petite enfance",
            POPULATION,
            58,
            "Accueillir les tout-petits, soutenir leurs parents, animer le relais des assistantes maternelles."),
    SCHOOLS(
            "SCO",
            "Scolaire et périscolaire",
            POPULATION,
            132,
            "Faire vivre les écoles : classes, garderies, mercredis, vacances, sécurité des enfants."),
    CATERING(
            "RES",
            "Restauration collective",
            POPULATION,
            48,
            "Cuisiner et servir chaque jour deux mille cinq cents repas, en gaspillant le moins possible."),
    SPORTS(
            "SPO",
            "Sports et piscines",
            POPULATION,
            34,
            "Apprendre à nager à chaque enfant, ouvrir les bassins et les salles, aider les clubs."),
    CULTURE(
            "CUL",
            "Culture, lecture publique et musique",
            POPULATION,
            46,
            "Faire circuler livres, musique et spectacles jusque dans les plus petites communes.");

    final String code;
    final String title;
    final Pole pole;
    final int agents;
    final String mission;

    Service(String code, String title, Pole pole, int agents, String mission) {
        this.code = code;
        this.title = title;
        this.pole = pole;
        this.agents = agents;
        this.mission = mission;
    }

    /** The address of the service's own space. */
    String page() {
        return "service-" + slug();
    }

    String slug() {
        return Slugs.of(title);
    }

    /** The order of declaration numbers them. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
