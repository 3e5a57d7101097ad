package fr.viaduc.people.hrimport;

import java.util.List;
import java.util.regex.Pattern;

/** What must not enter Viaduc even under a harmless heading. */
final class Sensitive {
    private static final Pattern NIR = Pattern.compile(
            "(?<!\\d)[1278]\\s?\\d{2}\\s?(?:0[1-9]|1[0-2]|[2-9]\\d)\\s?(?:\\d{2}|2[AB])\\s?\\d{3}\\s?\\d{3}(?:\\s?\\d{2})?(?!\\d)");
    private static final Pattern IBAN = Pattern.compile("(?i)\\bFR\\d{2}(?:\\s?[0-9A-Z]){23}\\b");
    private static final Pattern HEALTH_NOTE =
            Pattern.compile("(?iuU)\\s*[(\\[][^()\\[\\]]*\\b(?:th[ée]rapeutique|maladie"
                    + "|invalidit[ée]|rqth|inapt\\w*|accident|grossesse|maternit[ée]|longue\\s+dur[ée]e|clm|cld|cmo)\\b"
                    + "[^()\\[\\]]*[)\\]]?");
    private static final Pattern HEALTH_TAIL = Pattern.compile(
            "(?iuU)\\s*[,–-]?\\s*(?:(?:[àa]|en)\\s+)?"
                    + "(?:(?:mi-temps|temps\\s+partiel)\\s+\"?th[ée]rapeutique\"?|cong[ée]\\s+(?:de\\s+)?(?:longue\\s+)?maladie"
                    + "|cong[ée]\\s+(?:de\\s+)?maternit[ée]|(?:en\\s+)?arr[êe]t\\s+(?:de\\s+)?maladie|\\bRQTH|\\bCLM|\\bCLD|\\bCMO)\\b");

    private Sensitive() {}

    static boolean isIdentityNumber(String value) {
        return NIR.matcher(value).find() || IBAN.matcher(value).find();
    }

    /** Whether most values of a column are social security or bank account numbers, whatever it is called. */
    static boolean isIdentityColumn(List<String> values) {
        long filled = values.stream().filter(value -> !value.isBlank()).count();
        long found = values.stream().filter(Sensitive::isIdentityNumber).count();
        return found > 0 && found * 2 >= filled;
    }

    /** A job without what it says of the person's health: « Agent d’accueil (mi-temps thérapeutique) » → « Agent d’accueil ». */
    static String withoutHealth(String job) {
        return HEALTH_TAIL
                .matcher(HEALTH_NOTE.matcher(job).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
