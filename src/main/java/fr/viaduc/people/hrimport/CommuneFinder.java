package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Network.Commune;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the commune that a cell means: its name in any spelling, its INSEE code, or the nearest name to suggest. */
final class CommuneFinder {
    private static final Map<String, String> NUMBERS = Map.of(
            "2", "deux", "3", "trois", "4", "quatre", "5", "cinq", "6", "six", "7", "sept", "8", "huit", "9", "neuf");
    private static final double LIKE_ENOUGH = 0.55;

    private final Map<String, Commune> byName = new HashMap<>();
    private final Map<String, Commune> byInsee = new HashMap<>();
    private final Map<String, Commune> byPostalCode = new HashMap<>();
    private final Set<String> sharedPostalCodes = new HashSet<>();
    private final Map<String, Commune> byAlias = new HashMap<>();
    private final List<Commune> communes;

    CommuneFinder(List<Commune> communes, Map<String, String> aliases) {
        this.communes = communes;
        for (Commune commune : communes) {
            for (String former : commune.formerNames()) {
                byName.putIfAbsent(keyOf(former), commune);
            }
        }
        for (Commune commune : communes) {
            byName.put(keyOf(commune.name()), commune);
            byInsee.put(commune.insee(), commune);
            for (String code : commune.postalCodes()) {
                if (byPostalCode.put(code, commune) != null) {
                    sharedPostalCodes.add(code);
                }
            }
        }
        aliases.forEach((key, insee) -> {
            Commune commune = byInsee.get(insee);
            if (commune != null) {
                byAlias.put(key, commune);
            }
        });
    }

    /** The commune that is certainly meant, or null. */
    @Nullable
    Commune find(String written) {
        String key = keyOf(written);
        Commune alias = byAlias.get(key);
        if (alias != null) {
            return alias;
        }
        Commune named = byName.get(key);
        if (named != null) {
            return named;
        }
        String code = written.replaceAll("\\s", "");
        if (byInsee.containsKey(code)) {
            return byInsee.get(code);
        }
        return sharedPostalCodes.contains(code) ? null : byPostalCode.get(code);
    }

    /** The commune whose name is the nearest, where one is near enough to be worth suggesting. */
    @Nullable
    Commune suggest(String written) {
        String key = keyOf(written);
        Commune best = null;
        double bestLikeness = LIKE_ENOUGH;
        for (Commune commune : communes) {
            double likeness = likeness(key, keyOf(commune.name()));
            for (String former : commune.formerNames()) {
                likeness = Math.max(likeness, likeness(key, keyOf(former)));
            }
            if (likeness > bestLikeness) {
                best = commune;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    /** « COLOMBEY LES 2 EGLISES » → « colombey les deux eglises »; « CHAUMONT CEDEX 9 » → « chaumont ». */
    static String keyOf(String written) {
        StringBuilder key = new StringBuilder();
        String plain = Plain.of(written).replaceAll("\\bcedex( \\d+)?\\b", "").replaceAll("^\\d{5} ", "");
        for (String word : plain.strip().split(" +", -1)) {
            String full = switch (word) {
                case "st" -> "saint";
                case "ste" -> "sainte";
                default -> NUMBERS.getOrDefault(word, word);
            };
            key.append(key.isEmpty() ? "" : " ").append(full);
        }
        return key.toString();
    }

    /** The better of edit distance and common trigrams, from 0 to 1; a name that begins the other counts as near. */
    private static double likeness(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double edits = 1 - (double) distance(a, b) / Math.max(a.length(), b.length());
        double common = trigramLikeness(a, b);
        double prefix = (a + " ").startsWith(b + " ") || (b + " ").startsWith(a + " ") ? 0.8 : 0;
        return Math.max(Math.max(edits, common), prefix);
    }

    private static double trigramLikeness(String a, String b) {
        Set<String> left = trigrams(a);
        Set<String> right = trigrams(b);
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / (left.size() + right.size() - both.size());
    }

    private static Set<String> trigrams(String text) {
        String padded = "  " + text + " ";
        Set<String> trigrams = new HashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            trigrams.add(padded.substring(i, i + 3));
        }
        return trigrams;
    }

    /** Edit distance with exchanges of neighbours (Damerau, 1964; the restricted form). */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
