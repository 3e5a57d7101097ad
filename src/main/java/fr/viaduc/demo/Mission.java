package fr.viaduc.demo;

/** What people do, whatever their service and commune: colleagues find each other by it. */
enum Mission implements Target {
    ROAD_UPKEEP("Entretien de la voirie", "Nids-de-poule, accotements, fossés, petites réparations de chaussée."),
    WINTER_SERVICE("Viabilité hivernale", "Salage, déneigement, veille météo, astreinte de novembre à mars."),
    ROAD_SIGNS("Signalisation et balisage", "Panneaux, marquage, balisage des chantiers, prêt de barrières."),
    GARDENING("Espaces verts et fleurissement", "Plantation, taille, tonte, fleurissement sobre en eau."),
    TREE_CARE("Élagage", "Taille et abattage d’arbres, suivi des arbres remarquables."),
    MECHANICS("Mécanique et parc de véhicules", "Entretien et réparation des véhicules et du matériel."),
    LEAK_REPAIR("Recherche et réparation de fuites", "Écoute des réseaux, réparations, remise en eau."),
    WATER_PRODUCTION("Production d’eau potable", "Captages, traitement, analyses, réservoirs."),
    SEWAGE(
            "Assainissement",
            "Réseaux, postes de relevage, station d’épuration, contrôles des installations individuelles."),
    WASTE_COLLECTION("Collecte des déchets", "Tournées, bacs, relations avec les habitants."),
    RECYCLING_CENTRE("Accueil en déchetterie", "Accueil, tri, sécurité des quais, réemploi."),
    WASTE_PREVENTION("Prévention et tri des déchets", "Compost, animations dans les écoles, ambassadeurs du tri."),
    BUILDING_REPAIRS("Maintenance des bâtiments", "Électricité, plomberie, menuiserie, serrurerie."),
    ENERGY("Chauffage et économies d’énergie", "Chaufferies, réglages, suivi des consommations."),
    CLEANING("Entretien des locaux", "Propreté des bureaux, des écoles et des salles."),
    SITE_WORKS("Conduite de chantiers", "Suivi des entreprises, réunions de chantier, réception des travaux."),
    CIVIL_STATUS("État civil", "Naissances, mariages, décès, rectifications : appui aux communes."),
    TOWN_SECRETARY("Secrétariat de mairie", "Tout ce que fait une mairie, souvent seule à son bureau."),
    RECEPTION("Accueil du public", "Recevoir, orienter, répondre au téléphone, rassurer."),
    COUNCIL_SUPPORT("Préparation des conseils", "Convocations, délibérations, procès-verbaux."),
    LEGAL_ADVICE("Conseil juridique", "Sécurité des actes, contentieux, assurances."),
    PUBLIC_PROCUREMENT("Marchés publics", "Achats, consultations, analyse des offres."),
    ACCOUNTING("Comptabilité et régies", "Engagements, factures, titres, régies de recettes."),
    BUDGET("Préparation budgétaire", "Prospective, budget, exécution, subventions."),
    PAYROLL("Paie et carrières", "Bulletins, avancements, retraites, congés."),
    RECRUITMENT("Recrutement et formation", "Annonces, entretiens, apprentis, plan de formation."),
    SAFETY("Prévention des risques", "Document unique, équipements, visites de sites, premiers secours."),
    IT_SUPPORT("Assistance informatique", "Dépannage, installation des postes, téléphonie."),
    DATA_PROTECTION("Protection des données", "Registre, droits des personnes, sécurité."),
    RECORDS("Archivage", "Tri, élimination réglementaire, classement, communication."),
    PLANNING_PERMITS("Instruction des permis", "Permis de construire, déclarations préalables, certificats."),
    RENOVATION("Rénovation de l’habitat", "Aides, visites conseil, copropriétés."),
    SCHOOL_TRANSPORT("Transport scolaire", "Circuits, arrêts, inscriptions, accompagnement."),
    BUSINESS_WELCOME("Accueil des entreprises", "Terrains, locaux, aides, pépinière."),
    VISITOR_WELCOME("Accueil des visiteurs", "Renseignements, visites guidées, sentiers."),
    TODDLERS("Accueil du jeune enfant", "Éveil, soins, repas, soutien aux parents."),
    SCHOOL_ASSISTANCE(
            "Aide en classe maternelle", "Assister les enseignants, préparer les ateliers, prendre soin des enfants."),
    AFTER_SCHOOL("Animation périscolaire", "Garderie, ateliers, mercredis, vacances."),
    COOKING("Cuisine collective", "Menus, production, hygiène, lutte contre le gaspillage."),
    MEAL_SERVICE("Service des repas", "Mise en température, service, éducation au goût."),
    SWIMMING("Enseignement de la natation", "Leçons, surveillance, aisance aquatique des petits."),
    LENDING("Lecture publique", "Prêt, animations, bibliobus, réseau des bibliothèques."),
    MUSIC_TEACHING("Enseignement de la musique", "Cours, orchestres, interventions en milieu scolaire."),
    PHOTOGRAPHY("Photographie et reportages", "Images des chantiers, des métiers et des événements."),
    EVENTS("Fêtes et cérémonies", "Vœux, inaugurations, matériel, protocole."),
    FIRST_AID("Secourisme au travail", "Premiers gestes, défibrillateurs, exercices.");

    final String title;
    final String description;

    Mission(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String slug() {
        return Slugs.of(title);
    }
}
