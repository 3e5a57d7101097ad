package fr.viaduc.demo;

/** The sites where people work. Telephone numbers are of the range kept for fiction. */
enum Place implements Target {
    HEAD_OFFICE(
            "Siège de l’agglomération",
            "office",
            "52121",
            "5 place de l’Hôtel-de-Ville, 52000 Chaumont",
            "Du lundi au vendredi, 8 h 30 – 12 h et 13 h 30 – 17 h 30",
            48.1113,
            5.1388),
    TECHNICAL_CENTRE(
            "Centre technique",
            "technical",
            "52121",
            "12 rue de la Vendue, 52000 Chaumont",
            "Du lundi au vendredi, 7 h – 16 h 30",
            48.1009,
            5.1502),
    CENTRAL_KITCHEN(
            "Cuisine centrale",
            "canteen",
            "52121",
            "3 rue des Tanneurs, 52000 Chaumont",
            "Livraisons avant 6 h 30",
            48.1072,
            5.1440),
    MEDIA_LIBRARY(
            "Médiathèque",
            "library",
            "52121",
            "7 place des Tanneries, 52000 Chaumont",
            "Du mardi au samedi, 10 h – 18 h 30",
            48.1096,
            5.1421),
    POOL(
            "Piscine",
            "pool",
            "52121",
            "20 avenue du Stade, 52000 Chaumont",
            "Tous les jours, horaires selon les périodes scolaires",
            48.1181,
            5.1310),
    MUSIC_SCHOOL(
            "École de musique",
            "music",
            "52121",
            "14 rue du Palais, 52000 Chaumont",
            "Du lundi au samedi, 13 h 30 – 20 h",
            48.1104,
            5.1377),
    TOURIST_OFFICE(
            "Office de tourisme",
            "tourism",
            "52121",
            "Place de la Gare, 52000 Chaumont",
            "Du lundi au samedi, 9 h 30 – 18 h",
            48.1098,
            5.1342),
    ARCHIVES(
            "Archives de l’agglomération",
            "office",
            "52121",
            "9 rue du Donjon, 52000 Chaumont",
            "Sur rendez-vous",
            48.1121,
            5.1363),
    BUSINESS_NURSERY(
            "Pépinière d’entreprises",
            "office",
            "52121",
            "Zone de la Dame-Huguenotte, 52000 Chaumont",
            "Du lundi au vendredi, 8 h – 18 h",
            48.1224,
            5.1526),
    CAMPUS(
            "Campus connecté",
            "office",
            "52121",
            "2 rue de l’École-Normale, 52000 Chaumont",
            "Du lundi au vendredi, 8 h – 19 h",
            48.1133,
            5.1419),
    BUS_AGENCY(
            "Agence des mobilités",
            "office",
            "52121",
            "Gare routière, 52000 Chaumont",
            "Du lundi au vendredi, 7 h 30 – 18 h 30",
            48.1094,
            5.1349),
    CHAUMONT_RECYCLING(
            "Déchetterie Chaumont",
            "recycling",
            "52121",
            "Route de Neuilly, 52000 Chaumont",
            "Du lundi au samedi, 9 h – 12 h et 14 h – 18 h",
            48.0967,
            5.1561),
    PETITS_PAS(
            "Crèche Les Petits Pas",
            "nursery",
            "52121",
            "8 rue du Faubourg-des-Abbés, 52000 Chaumont",
            "Du lundi au vendredi, 7 h 15 – 18 h 45",
            48.1160,
            5.1431),
    VIADUC_SCHOOL(
            "École du Viaduc",
            "school",
            "52121",
            "1 rue du Viaduc, 52000 Chaumont",
            "Garderie dès 7 h 30",
            48.1107,
            5.1284),
    JEAN_MOULIN_SCHOOL(
            "École Jean-Moulin",
            "school",
            "52121",
            "18 rue Jean-Moulin, 52000 Chaumont",
            "Garderie dès 7 h 30",
            48.1201,
            5.1402),
    GREENHOUSES(
            "Serres et pépinière",
            "technical",
            "52121",
            "Chemin de la Maladière, 52000 Chaumont",
            "Du lundi au vendredi, 7 h – 15 h 30",
            48.1022,
            5.1291),
    GYMNASIUM(
            "Gymnase de la Rochotte",
            "gym",
            "52121",
            "Rue de la Rochotte, 52000 Chaumont",
            "Tous les jours, 8 h – 22 h",
            48.1189,
            5.1467),
    TREATMENT_PLANT(
            "Station d’épuration",
            "water",
            "52125",
            "Chemin du Moulin, 52000 Chamarandes-Choignes",
            "Astreinte permanente",
            48.0851,
            5.1595),
    NOGENT_DEPOT(
            "Dépôt Nogent",
            "depot",
            "52353",
            "Zone du Moulin, 52800 Nogent",
            "Du lundi au vendredi, 7 h – 16 h 30",
            48.0249,
            5.3461),
    NOGENT_RECYCLING(
            "Déchetterie Nogent",
            "recycling",
            "52353",
            "Route d’Odival, 52800 Nogent",
            "Du mardi au samedi, 9 h – 12 h et 14 h – 17 h 30",
            48.0198,
            5.3520),
    NOGENT_CANTEEN(
            "Cantine de Nogent",
            "canteen",
            "52353",
            "6 rue du Général-Leclerc, 52800 Nogent",
            "Service de 11 h 45 à 13 h 30",
            48.0271,
            5.3432),
    BASSIGNY_NURSERY(
            "Crèche du Bassigny",
            "nursery",
            "52353",
            "2 allée des Marronniers, 52800 Nogent",
            "Du lundi au vendredi, 7 h 15 – 18 h 45",
            48.0287,
            5.3415),
    NOGENT_SCHOOL(
            "École de Nogent",
            "school",
            "52353",
            "4 rue du Général-Leclerc, 52800 Nogent",
            "Garderie dès 7 h 30",
            48.0273,
            5.3437),
    NOGENT_OFFICE(
            "Maison de l’agglomération de Nogent",
            "office",
            "52353",
            "1 place de l’Hôtel-de-Ville, 52800 Nogent",
            "Du lundi au vendredi, 9 h – 12 h et 14 h – 17 h",
            48.0265,
            5.3441),
    BOLOGNE_DEPOT(
            "Dépôt Bologne",
            "depot",
            "52058",
            "Rue de la Gare, 52310 Bologne",
            "Du lundi au vendredi, 7 h – 16 h 30",
            48.2012,
            5.1421),
    BOLOGNE_CANTEEN(
            "Cantine de Bologne",
            "canteen",
            "52058",
            "3 rue des Écoles, 52310 Bologne",
            "Service de 11 h 45 à 13 h 30",
            48.1998,
            5.1389),
    BOLOGNE_SCHOOL(
            "École de Bologne",
            "school",
            "52058",
            "1 rue des Écoles, 52310 Bologne",
            "Garderie dès 7 h 30",
            48.1999,
            5.1385),
    BOLOGNE_LIBRARY(
            "Bibliothèque de Bologne",
            "library",
            "52058",
            "12 rue de la Marne, 52310 Bologne",
            "Mercredi et samedi, 10 h – 12 h et 14 h – 17 h",
            48.2005,
            5.1374),
    FRONCLES_RECYCLING(
            "Déchetterie Froncles",
            "recycling",
            "52211",
            "Route de Vouécourt, 52320 Froncles",
            "Du mardi au samedi, 9 h – 12 h et 14 h – 17 h",
            48.2967,
            5.1498),
    FRONCLES_SCHOOL(
            "École de Froncles",
            "school",
            "52211",
            "Rue de la Forge, 52320 Froncles",
            "Garderie dès 7 h 30",
            48.2991,
            5.1462),
    FRONCLES_NURSERY(
            "Micro-crèche de Froncles",
            "nursery",
            "52211",
            "5 rue de la Forge, 52320 Froncles",
            "Du lundi au vendredi, 7 h 30 – 18 h 30",
            48.2989,
            5.1469),
    COLOMBEY_RECYCLING(
            "Déchetterie Colombey",
            "recycling",
            "52140",
            "Route de Juzennecourt, 52330 Colombey-les-Deux-Églises",
            "Mercredi, vendredi et samedi, 9 h – 12 h et 14 h – 17 h",
            48.2210,
            4.8921),
    COLOMBEY_SCHOOL(
            "École de Colombey",
            "school",
            "52140",
            "Rue du Général-de-Gaulle, 52330 Colombey-les-Deux-Églises",
            "Garderie dès 7 h 45",
            48.2229,
            4.8862),
    JUZENNECOURT_OFFICE(
            "Bureau de Juzennecourt",
            "office",
            "52253",
            "2 rue de la Mairie, 52330 Juzennecourt",
            "Mardi et jeudi, 9 h – 12 h et 14 h – 17 h",
            48.1836,
            4.9869),
    BIESLES_SCHOOL(
            "École de Biesles",
            "school",
            "52050",
            "10 rue Haute, 52340 Biesles",
            "Garderie dès 7 h 30",
            48.0841,
            5.2972),
    FOULAIN_SCHOOL(
            "École de Foulain",
            "school",
            "52205",
            "Rue du Canal, 52800 Foulain",
            "Garderie dès 7 h 30",
            48.0368,
            5.2115),
    MANDRES_SCHOOL(
            "École de Mandres-la-Côte",
            "school",
            "52305",
            "Grande-Rue, 52800 Mandres-la-Côte",
            "Garderie dès 7 h 45",
            48.0412,
            5.2891),
    VIGNORY_SCHOOL(
            "École de Vignory",
            "school",
            "52524",
            "Rue du Château, 52320 Vignory",
            "Garderie dès 7 h 45",
            48.2771,
            5.1041),
    JONCHERY_SCHOOL(
            "École de Jonchery",
            "school",
            "52251",
            "Rue de l’Église, 52000 Jonchery",
            "Garderie dès 7 h 30",
            48.1312,
            5.0551),
    SEMOUTIERS_DEPOT(
            "Dépôt de sel de Semoutiers",
            "depot",
            "52469",
            "Route de l’Aérodrome, 52000 Semoutiers-Montsaon",
            "Pendant la veille hivernale",
            48.0631,
            5.0623),
    LUZY_PUMPING(
            "Station de pompage de Luzy",
            "water",
            "52297",
            "Chemin des Captages, 52000 Luzy-sur-Marne",
            "Accès aux agents habilités",
            48.0677,
            5.1932),
    VILLIERS_SCHOOL(
            "École de Villiers-le-Sec",
            "school",
            "52535",
            "Place de la Mairie, 52000 Villiers-le-Sec",
            "Garderie dès 7 h 45",
            48.1033,
            5.0619),
    BRETHENAY_LOCK(
            "Maison éclusière de Brethenay",
            "tourism",
            "52072",
            "Écluse de Brethenay, 52000 Brethenay",
            "D’avril à octobre, 10 h – 18 h",
            48.1451,
            5.1322);

    final String title;
    final String kind;
    final String commune;
    final String address;
    final String opening;
    final double latitude;
    final double longitude;

    Place(
            String title,
            String kind,
            String commune,
            String address,
            String opening,
            double latitude,
            double longitude) {
        this.title = title;
        this.kind = kind;
        this.commune = commune;
        this.address = address;
        this.opening = opening;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    String slug() {
        return Slugs.of(title);
    }

    String phone() {
        return "03 53 01 %02d 00".formatted(10 + number());
    }

    /** The order of declaration numbers them. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
