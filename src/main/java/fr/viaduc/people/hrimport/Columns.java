package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.RowSource.SourceRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of an HR file and what each means, found from the headings French HR systems use. */
public record Columns(int headerIndex, List<Column> columns) {
    private static final int LOOK_FOR_HEADINGS = 20;
    private static final int SAMPLES = 3;
    private static final Map<String, Field> SYNONYMS = synonyms();
    /** Headings, in plain letters, of what an internal network has no right to hold. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(nir|insee agent|numero insee|no insee|securite sociale"
                    + "|secu|no ss|num ss|numss|n ss|iban|rib|bic|banque|bancaire|salaire|remuneration|traitement|prime|primes|indice"
                    + "|ib|im|inm|echelon|grade|categorie|cat|statut|situation|famille|familiale|enfant|enfants|conjoint|marital"
                    + "|adresse perso|adresse personnelle|domicile|voie|rue|perso|personnel privee|handicap|rqth|maladie|arret"
                    + "|absence|syndicat|syndical|nationalite|sexe|age|permis|medical|medecin|deces|religion|naissance|ne le|nee le"
                    + "|nom de jeune fille|jeune fille|nom patronymique|patronyme|nom de famille de naissance|lieu naissance"
                    + "|commune naissance|pays|contrat|titre sejour|impot|fiscal|mutuelle|cnracl|ircantec|retraite)\\b");

    private static final Pattern BIRTH_DATE = Pattern.compile(
            "\\b(date( de)? naissance|dt naissance|dtnaiss|date naiss|ddn|ne e? ?le|nee? le|naissance)\\b");
    private static final Pattern BIRTH_OTHER = Pattern.compile("\\b(nom|lieu|commune|ville|pays|departement|code)\\b");

    /** One column: its place, its heading, what it means, and some of its values where they may be shown. */
    public record Column(int index, String heading, Field field, boolean remembered, List<String> samples) {
        /** Whether a person may say what this column means: never for what must not be kept. */
        public boolean correctable() {
            return field.choosable();
        }
    }

    static Columns recognise(List<SourceRow> rows, Map<String, Field> remembered) {
        int headerIndex = headerIndex(rows, remembered);
        if (headerIndex < 0) {
            throw new UnreadableFile(Reason.of("noHeadings"));
        }
        SourceRow header = rows.get(headerIndex);
        List<SourceRow> body = rows.subList(headerIndex + 1, rows.size());
        Set<Field> taken = EnumSet.noneOf(Field.class);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            int index = i;
            String written = Names.tidy(header.cell(i));
            String heading = written.isEmpty() ? "Colonne " + (i + 1) : written;
            List<String> values =
                    body.stream().limit(200).map(row -> row.cell(index)).toList();
            Field field = fieldOf(written);
            if (field.choosable() && Sensitive.isIdentityColumn(values)) {
                field = Field.FORBIDDEN;
            }
            Field told = remembered.get(Plain.of(heading));
            boolean fromMemory = told != null && field.choosable() && told.choosable() && told != field;
            if (fromMemory && told != null) {
                field = told;
            }
            if (field.kept() && !taken.add(field)) {
                field = Field.UNUSED;
            }
            columns.add(new Column(i, heading, field, fromMemory, field.choosable() ? samplesOf(values) : List.of()));
        }
        return new Columns(headerIndex, List.copyOf(columns));
    }

    /** The same columns after a person's correction; what must not be kept stays forbidden. */
    Columns corrected(Map<Integer, Field> choices) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        List<Column> corrected = new ArrayList<>();
        for (Column column : columns) {
            Field choice = choices.getOrDefault(column.index(), column.field());
            Field field = column.correctable() && choice.choosable() ? choice : column.field();
            if (field.kept() && !taken.add(field)) {
                throw new UnreadableFile(Reason.of("sameMeaningTwice", column.heading()));
            }
            corrected.add(new Column(column.index(), column.heading(), field, column.remembered(), column.samples()));
        }
        return new Columns(headerIndex, List.copyOf(corrected));
    }

    boolean has(Field field) {
        return columns.stream().anyMatch(column -> column.field() == field);
    }

    /** What is needed before a file can be compared, and is not there. */
    public List<Field> missing() {
        List<Field> missing = new ArrayList<>();
        if (!has(Field.STAFF_NUMBER)) {
            missing.add(Field.STAFF_NUMBER);
        }
        if (!has(Field.FULL_NAME)) {
            if (!has(Field.LAST_NAME)) {
                missing.add(Field.LAST_NAME);
            }
            if (!has(Field.FIRST_NAME)) {
                missing.add(Field.FIRST_NAME);
            }
        }
        return missing;
    }

    String cell(SourceRow row, Field field) {
        for (Column column : columns) {
            if (column.field() == field) {
                return row.cell(column.index());
            }
        }
        return "";
    }

    int width() {
        return columns.size();
    }

    /** Heading → meaning, to be remembered for the next file. */
    Map<String, Field> memory() {
        Map<String, Field> memory = new HashMap<>();
        for (Column column : columns) {
            String key = Plain.of(column.heading());
            if (column.correctable() && !key.isEmpty()) {
                memory.put(key, column.field());
            }
        }
        return memory;
    }

    private static List<String> samplesOf(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank() && !Sensitive.isIdentityNumber(value))
                .map(value -> Sensitive.withoutHealth(Names.tidy(value)))
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    private static int headerIndex(List<SourceRow> rows, Map<String, Field> remembered) {
        int best = -1;
        int bestCount = 1;
        for (int i = 0; i < Math.min(rows.size(), LOOK_FOR_HEADINGS); i++) {
            Set<Field> found = EnumSet.noneOf(Field.class);
            int forbidden = 0;
            for (String cell : rows.get(i).cells()) {
                Field field = remembered.getOrDefault(Plain.of(cell), fieldOf(cell));
                if (field.kept()) {
                    found.add(field);
                } else if (field != Field.UNUSED) {
                    forbidden++;
                }
            }
            int count = found.size() + Math.min(forbidden, found.size());
            if (count > bestCount) {
                best = i;
                bestCount = count;
            }
        }
        return best;
    }

    static Field fieldOf(String heading) {
        String plain = Plain.of(heading);
        Field exact = SYNONYMS.get(plain);
        if (exact != null) {
            return exact;
        }
        if (BIRTH_DATE.matcher(plain).find() && !BIRTH_OTHER.matcher(plain).find()) {
            return Field.BIRTH_DATE;
        }
        if (FORBIDDEN.matcher(plain).find()) {
            return Field.FORBIDDEN;
        }
        Field without = SYNONYMS.get(
                plain.replaceAll("\\b(de|du|des|d|l|la|le|agent|agents|actuel|actuelle|principal|principale)\\b", " ")
                        .replaceAll(" +", " ")
                        .strip());
        return without == null ? Field.UNUSED : without;
    }

    private static Map<String, Field> synonyms() {
        Map<String, Field> map = new HashMap<>();
        put(
                map,
                Field.STAFF_NUMBER,
                "matricule",
                "mat",
                "matr",
                "no matricule",
                "n matricule",
                "numero matricule",
                "num matricule",
                "matricule rh",
                "matricule agent",
                "id agent",
                "identifiant agent",
                "identifiant",
                "code agent",
                "numero agent",
                "no agent",
                "num agent",
                "n agent",
                "staff number",
                "employee id");
        put(map, Field.CIVILITY, "civilite", "civ", "titre", "titre civilite", "title", "qualite");
        put(
                map,
                Field.LAST_NAME,
                "nom",
                "nom usuel",
                "nom usage",
                "nom d usage",
                "nom de famille",
                "nom famille",
                "nom marital",
                "nom agent",
                "last name",
                "surname");
        put(
                map,
                Field.FIRST_NAME,
                "prenom",
                "prenoms",
                "prenom usuel",
                "prenom usage",
                "prenom d usage",
                "prenom agent",
                "first name");
        put(
                map,
                Field.FULL_NAME,
                "nom prenom",
                "nom et prenom",
                "nom prenoms",
                "nom complet",
                "agent",
                "nom et prenoms");
        put(
                map,
                Field.JOB,
                "emploi",
                "fonction",
                "fonctions",
                "poste",
                "intitule poste",
                "intitule du poste",
                "libelle poste",
                "lib poste",
                "libelle emploi",
                "lib emploi",
                "metier",
                "emploi occupe",
                "poste occupe",
                "lib fonction",
                "libelle fonction",
                "libelle du poste",
                "intitule de poste",
                "job",
                "job title");
        put(
                map,
                Field.UNIT_CODE,
                "code service",
                "cod service",
                "codeservice",
                "code svc",
                "code affectation",
                "code unite",
                "code uo",
                "code direction service",
                "cd service",
                "service code");
        put(
                map,
                Field.UNIT_NAME,
                "service",
                "lib service",
                "libelle service",
                "libelle du service",
                "nom service",
                "nom du service",
                "affectation",
                "lib affectation",
                "libelle affectation",
                "unite",
                "libelle unite",
                "service affectation",
                "service d affectation",
                "department");
        put(
                map,
                Field.POLE,
                "pole",
                "lib pole",
                "libelle pole",
                "direction",
                "lib direction",
                "libelle direction",
                "direction generale adjointe",
                "dga",
                "departement");
        put(
                map,
                Field.SITE,
                "site",
                "lib site",
                "libelle site",
                "nom site",
                "lieu de travail",
                "lieu travail",
                "lieu d affectation",
                "lieu affectation",
                "residence administrative",
                "implantation",
                "batiment",
                "site de travail",
                "site travail",
                "lieu d exercice",
                "etablissement",
                "localisation");
        put(
                map,
                Field.COMMUNE,
                "commune",
                "commune site",
                "commune du site",
                "ville",
                "ville site",
                "commune de travail",
                "commune travail",
                "commune affectation",
                "commune d affectation",
                "ville travail",
                "code commune",
                "insee site",
                "code insee site",
                "commune lieu travail");
        put(
                map,
                Field.QUOTA,
                "quotite",
                "quotite travail",
                "quotite de travail",
                "taux",
                "taux emploi",
                "taux d emploi",
                "temps de travail",
                "temps travail",
                "tx emploi",
                "pourcentage",
                "etp",
                "quotite temps travail",
                "taux activite",
                "taux d activite",
                "quotite temps de travail");
        put(
                map,
                Field.ARRIVAL,
                "date entree",
                "date d entree",
                "entree",
                "date arrivee",
                "date d arrivee",
                "date embauche",
                "date d embauche",
                "date recrutement",
                "date de recrutement",
                "date debut",
                "date de debut",
                "dt entree",
                "date entree collectivite",
                "date d entree dans la collectivite",
                "date entree dans la collectivite",
                "arrivee",
                "hire date",
                "date entree etablissement");
        put(
                map,
                Field.DEPARTURE,
                "date sortie",
                "date de sortie",
                "sortie",
                "date depart",
                "date de depart",
                "date fin",
                "date de fin",
                "dt sortie",
                "depart",
                "date radiation",
                "date de radiation",
                "date fin contrat",
                "date de fin de contrat",
                "fin de contrat",
                "date fin affectation",
                "end date");
        put(
                map,
                Field.EMAIL,
                "mail",
                "mail pro",
                "e mail",
                "email",
                "email pro",
                "courriel",
                "courriel pro",
                "courriel professionnel",
                "mail professionnel",
                "email professionnel",
                "adresse mail",
                "adresse e mail",
                "adresse electronique",
                "adresse mail professionnelle",
                "adresse email",
                "e mail professionnel",
                "messagerie",
                "adresse courriel",
                "mel");
        put(
                map,
                Field.PHONE,
                "tel",
                "tel pro",
                "telephone",
                "telephone pro",
                "telephone professionnel",
                "tel professionnel",
                "telephone fixe",
                "tel fixe",
                "poste telephonique",
                "ligne directe",
                "phone",
                "numero de telephone",
                "no telephone",
                "telephone bureau",
                "tel bureau",
                "num tel");
        put(
                map,
                Field.MANAGER,
                "matricule responsable",
                "mat responsable",
                "responsable",
                "matricule n 1",
                "n 1",
                "matricule superieur",
                "matricule du responsable",
                "matricule superieur hierarchique",
                "superieur",
                "superieur hierarchique",
                "responsable hierarchique",
                "matricule n1",
                "matricule chef",
                "matricule manager",
                "manager",
                "matricule responsable hierarchique",
                "evaluateur",
                "matricule evaluateur");
        return Map.copyOf(map);
    }

    private static void put(Map<String, Field> map, Field field, String... headings) {
        for (String heading : headings) {
            map.put(heading, field);
        }
    }
}
