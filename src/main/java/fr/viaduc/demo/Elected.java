package fr.viaduc.demo;

import org.jspecify.annotations.Nullable;

/** The elected officials, sixty of whom sit today: for which commune, with which delegation. The first two sign in. */
enum Elected implements Protagonist {
    HELENE(
            "Mme",
            "Hélène",
            "Perrotin",
            "52058",
            "Vice-présidente",
            "Numérique et égalité d’information entre les communes",
            Term.CURRENT,
            "numerique",
            "finances"),
    YVES("M.", "Yves", "Contant", "52396", "Conseiller municipal", null, Term.OUTSIDE),
    GERARD("M.", "Gérard", "Malingre", "52121", "Président", null, Term.CURRENT, "finances"),
    JACKY("M.", "Jacky", "Prévotat", "52353", "Vice-président", "Voirie et travaux", Term.CURRENT, "travaux"),
    MICHELE(
            "Mme",
            "Michèle",
            "Aubriot",
            "52211",
            "Vice-présidente",
            "Petite enfance et affaires scolaires",
            Term.CURRENT,
            "enfance"),
    DENIS("M.", "Denis", "Roussy", "52205", "Vice-président", "Eau et assainissement", Term.CURRENT, "eau", "travaux"),
    COLETTE("Mme", "Colette", "Hanriot", "52140", "Vice-présidente", "Tourisme et patrimoine", Term.CURRENT, "culture"),
    BERNARD(
            "M.",
            "Bernard",
            "Chaudron",
            "52050",
            "Vice-président",
            "Déchets et transition écologique",
            Term.CURRENT,
            "environnement"),
    SYLVIE(
            "Mme",
            "Sylvie",
            "Magnien",
            "52121",
            "Vice-présidente",
            "Culture et lecture publique",
            Term.CURRENT,
            "culture"),
    PATRICK("M.", "Patrick", "Degand", "52121", "Vice-président", "Finances", Term.CURRENT, "finances"),
    NICOLE("Mme", "Nicole", "Varney", "52524", "Vice-présidente", "Mobilités", Term.CURRENT, "mobilites"),
    XAVIER("M.", "Xavier", "Lombart", "52251", "Vice-président", "Développement économique", Term.CURRENT, "economie"),
    JOSIANE("Mme", "Josiane", "Perny", "52125", "Vice-présidente", "Habitat et logement", Term.CURRENT, "habitat"),
    ETIENNE("M.", "Étienne", "Gaucherot", "52305", "Vice-président", "Sports et équipements", Term.CURRENT, "sports"),
    MONIQUE(
            "Mme",
            "Monique",
            "Daubrive",
            "52353",
            "Vice-présidente",
            "Ressources humaines et dialogue social",
            Term.CURRENT,
            "finances"),
    GUY(
            "M.",
            "Guy",
            "Tisserand",
            "52469",
            "Vice-président",
            "Agriculture et alimentation locale",
            Term.CURRENT,
            "environnement"),
    ANDRE("M.", "André", "Lacordaire", "52001", "Maire", null, Term.CURRENT, "travaux"),
    FRANCOISE("Mme", "Françoise", "Bourgin", "52011", "Maire", null, Term.CURRENT, "enfance"),
    MARCEL("M.", "Marcel", "Oudinot", "52053", "Maire", null, Term.CURRENT, "eau"),
    EVELYNE("Mme", "Évelyne", "Cornibert", "52072", "Maire", null, Term.CURRENT, "culture"),
    DANIEL("M.", "Daniel", "Fourrier", "52075", "Maire", null, Term.CURRENT, "travaux"),
    JOCELYNE("Mme", "Jocelyne", "Mathey", "52087", "Maire", null, Term.CURRENT, "mobilites"),
    LUC("M.", "Luc", "Bizot", "52091", "Maire", null, Term.CURRENT, "eau"),
    ROLAND("M.", "Roland", "Estivalet", "52141", "Maire", null, Term.CURRENT, "environnement"),
    MARYSE("Mme", "Maryse", "Gautherot", "52157", "Maire", null, Term.CURRENT, "numerique"),
    CLAUDE("M.", "Claude", "Viardot", "52159", "Maire", null, Term.CURRENT, "eau"),
    GHISLAINE("Mme", "Ghislaine", "Thabourin", "52160", "Maire", null, Term.CURRENT, "habitat"),
    HERVE("M.", "Hervé", "Lecomtois", "52190", "Maire", null, Term.CURRENT, "environnement"),
    BRICE("M.", "Brice", "Hennequin", "52193", "Maire", null, Term.CURRENT, "sports"),
    ANNICK("Mme", "Annick", "Pageot", "52204", "Maire", null, Term.CURRENT, "enfance"),
    RENE("M.", "René", "Simonin", "52221", "Maire", null, Term.CURRENT, "travaux"),
    LYDIE("Mme", "Lydie", "Marchandon", "52232", "Maire", null, Term.CURRENT, "culture"),
    FRANCK("M.", "Franck", "Deville", "52253", "Maire", null, Term.CURRENT, "numerique", "mobilites"),
    PAULETTE("Mme", "Paulette", "Rigollet", "52214", "Maire", null, Term.CURRENT, "eau"),
    MAURICE("M.", "Maurice", "Champenois", "52254", "Maire", null, Term.CURRENT, "travaux"),
    CECILE("Mme", "Cécile", "Dormoy", "52260", "Maire", null, Term.CURRENT, "enfance"),
    VINCENT("M.", "Vincent", "Ragot", "52271", "Maire", null, Term.CURRENT, "environnement"),
    ARLETTE("Mme", "Arlette", "Nancey", "52276", "Maire", null, Term.CURRENT, "habitat"),
    GILBERT("M.", "Gilbert", "Pothier", "52295", "Maire", null, Term.CURRENT, "eau"),
    FLORENCE("Mme", "Florence", "Guenin", "52297", "Maire", null, Term.CURRENT, "eau", "culture"),
    SEBASTIEN("M.", "Sébastien", "Cartier-Blanc", "52315", "Maire", null, Term.CURRENT, "numerique"),
    REGINE("Mme", "Régine", "Tournois", "52349", "Maire", null, Term.CURRENT, "mobilites"),
    PIERRE("M.", "Pierre", "Ambroisin", "52401", "Maire", null, Term.CURRENT, "sports"),
    ODETTE("Mme", "Odette", "Lallier", "52419", "Maire", null, Term.CURRENT, "culture"),
    JEAN_PAUL("M.", "Jean-Paul", "Brulon", "52421", "Maire", null, Term.CURRENT, "travaux"),
    KARINE("Mme", "Karine", "Desprey", "52472", "Maire", null, Term.CURRENT, "enfance", "numerique"),
    ALBERT("M.", "Albert", "Mocquard", "52480", "Maire", null, Term.CURRENT, "environnement"),
    SOLANGE("Mme", "Solange", "Vitry", "52535", "Maire", null, Term.CURRENT, "habitat"),
    ERIC("M.", "Éric", "Mandelot", "52121", "Conseiller communautaire", null, Term.CURRENT, "economie"),
    NADIA("Mme", "Nadia", "Ferrouki", "52121", "Conseillère communautaire", null, Term.CURRENT, "culture", "sports"),
    LOUIS("M.", "Louis", "Barrois", "52121", "Conseiller communautaire", null, Term.CURRENT, "mobilites"),
    AMELIE("Mme", "Amélie", "Courtet", "52353", "Conseillère communautaire", null, Term.CURRENT, "enfance"),
    GEORGES("M.", "Georges", "Linglin", "52488", "Conseiller municipal", null, Term.OUTSIDE),
    DENISE("Mme", "Denise", "Morizot", "52541", "Conseillère municipale", null, Term.OUTSIDE),
    PAUL("M.", "Paul", "Roncourt", "52547", "Conseiller municipal", null, Term.OUTSIDE),
    VIVIANE("Mme", "Viviane", "Jeandot", "52522", "Conseillère municipale", null, Term.OUTSIDE),
    EMILE("M.", "Émile", "Garnerot", "52518", "Maire", null, Term.ENDED, "travaux"),
    YVETTE("Mme", "Yvette", "Colardel", "52494", "Maire", null, Term.ENDED, "culture"),
    JEROME("M.", "Jérôme", "Vautrot", "52494", "Maire", null, Term.STARTING, "culture"),
    PAULINE("Mme", "Pauline", "Thiébault", "52518", "Maire", null, Term.STARTING, "travaux"),
    THERESE("Mme", "Thérèse", "Vaudrey", "52322", "Maire", null, Term.CURRENT, "habitat"),
    FABRICE("M.", "Fabrice", "Chevrolat", "52371", "Maire", null, Term.CURRENT, "eau"),
    AGNES("Mme", "Agnès", "Morlaincourt", "52514", "Maire", null, Term.CURRENT, "enfance"),
    NOEL("M.", "Noël", "Bassompont", "52459", "Maire", null, Term.CURRENT, "environnement");

    /** Where a mandate stands today. */
    enum Term {
        CURRENT,
        /** Current, in a municipal council only (CGCT L. 5211-40-2). */
        OUTSIDE,
        ENDED,
        STARTING
    }

    final String civility;
    final String firstName;
    final String lastName;
    final String commune;
    final String function;
    final @Nullable String delegation;
    final Term term;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    final String[] commissions;

    Elected(
            String civility,
            String firstName,
            String lastName,
            String commune,
            String function,
            @Nullable String delegation,
            Term term,
            String... commissions) {
        this.civility = civility;
        this.firstName = firstName;
        this.lastName = lastName;
        this.commune = commune;
        this.function = function;
        this.delegation = delegation;
        this.term = term;
        this.commissions = commissions;
    }

    @Override
    public String staffNumber() {
        return StaffNumbers.elected(number());
    }

    @Override
    public String fullName() {
        return firstName + " " + lastName;
    }

    /** The order of declaration numbers them. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
