package fr.viaduc.demo;

/** The five poles under which the services stand. */
enum Pole {
    PRESIDENCY(
            "P-DG",
            "Présidence et direction",
            "Porter le projet du territoire, l’expliquer, et tenir la maison ensemble."),
    RESOURCES(
            "P-RES",
            "Pôle Ressources",
            "Donner aux services les moyens de travailler : agents, budget, marchés, droit, informatique."),
    PLANNING(
            "P-AME",
            "Pôle Aménagement",
            "Préparer le territoire de demain : urbanisme, logement, mobilités, entreprises, tourisme."),
    TECHNICAL("P-TEC", "Pôle Technique", "Entretenir ce qui sert tous les jours : routes, eau, bâtiments, collecte."),
    POPULATION(
            "P-POP",
            "Pôle Population",
            "Accueillir les habitants à tout âge : crèches, écoles, cantines, sports, culture.");

    final String code;
    final String title;
    final String mission;

    Pole(String code, String title, String mission) {
        this.code = code;
        this.title = title;
        this.mission = mission;
    }

    /** The order of declaration numbers them. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
