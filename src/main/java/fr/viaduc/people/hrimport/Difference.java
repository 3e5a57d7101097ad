package fr.viaduc.people.hrimport;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What applying a file would change, person by person and field by field; nothing outside it is ever changed. */
public record Difference(
        List<Change> changes,
        List<NewUnit> newUnits,
        List<NewSite> newSites,
        List<Doubt> communeDoubts,
        List<Reason> notices,
        List<Reason> truncation,
        List<LineOutcome> ledger,
        int lines,
        int activeAgents) {
    private static final int FEW = 5;

    /** What happens to a person. */
    public enum Kind {
        ARRIVAL,
        CHANGE,
        RETURN,
        DEPARTURE,
        /** Active in Viaduc, absent from the file: leaves too, but only once this was shown. */
        ABSENT
    }

    /** One person's change. A departure carries no target: only the last day is written. */
    public record Change(
            Kind kind,
            @Nullable Long personId,
            String staffNumber,
            String name,
            List<FieldChange> fields,
            @Nullable Target target,
            @Nullable LocalDate lastDay,
            List<Integer> lines,
            List<Reason> warnings) {}

    /** A field before and after; either may be empty. */
    public record FieldChange(Label label, String before, String after) {}

    /** What changed, for people. */
    public enum Label {
        CIVILITY,
        FIRST_NAME,
        LAST_NAME,
        JOB,
        EMAIL,
        PHONE,
        ARRIVAL,
        DEPARTURE,
        ASSIGNMENT,
        QUOTA,
        MANAGER,
        MAIN_ASSIGNMENT;

        public String key() {
            return "hrimport.label." + name();
        }
    }

    /** A person as they are to be. */
    public record Target(
            @Nullable String civility,
            String firstName,
            String lastName,
            @Nullable String job,
            @Nullable String email,
            @Nullable String phone,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            List<Post> posts) {}

    /** An assignment as it is to be; {@code id} names the one it continues. */
    public record Post(
            @Nullable Long id,
            Place unit,
            @Nullable Place site,
            @Nullable String job,
            @Nullable String manager,
            @Nullable BigDecimal quota,
            boolean primary) {}

    /** A unit or a site: one that exists, or one that the import makes. */
    public record Place(@Nullable Long id, String key, String name) {
        boolean same(@Nullable Place other) {
            return other != null && key.equals(other.key);
        }
    }

    public record NewUnit(
            String key,
            String name,
            @Nullable String code,
            String kind,
            @Nullable Place parent,
            int people,
            int firstLine) {}

    public record NewSite(
            String key,
            String name,
            @Nullable String insee,
            @Nullable String commune,
            int people,
            int firstLine) {}

    /** A commune that is not of the territory as it is written, and the nearest one where there is one. */
    public record Doubt(
            String written,
            @Nullable String insee,
            @Nullable String name,
            List<Integer> lines) {}

    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    public List<Change> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    public List<LineOutcome> refused() {
        return of(LineOutcome.Fate.REFUSED);
    }

    public List<LineOutcome> of(LineOutcome.Fate fate) {
        return ledger.stream().filter(outcome -> outcome.fate() == fate).toList();
    }

    /** How many lines of the file ended this way, the inner lines of cells included. */
    public int linesOf(LineOutcome.Fate fate) {
        return of(fate).stream().mapToInt(LineOutcome::lines).sum();
    }

    public int closures() {
        return count(Kind.DEPARTURE) + count(Kind.ABSENT);
    }

    public boolean cutShort() {
        return !truncation.isEmpty();
    }

    /** Whether so many accounts would close that a person must write that they mean it. */
    public boolean needsConfirmation() {
        return closures() > FEW && closures() * 10 > activeAgents;
    }

    public boolean isEmpty() {
        return changes.isEmpty() && newUnits.isEmpty() && newSites.isEmpty();
    }

    /** The same difference without closing the accounts of those who are absent from the file. */
    Difference keepingTheAbsent() {
        return new Difference(
                changes.stream().filter(change -> change.kind() != Kind.ABSENT).toList(),
                newUnits,
                newSites,
                communeDoubts,
                notices,
                truncation,
                ledger,
                lines,
                activeAgents);
    }

    /** What was shown and what is applied have the same print, or nothing is applied. */
    String print() {
        try {
            byte[] text = List.of(changes, newUnits, newSites).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Figures that are kept with the run: how many, never who. */
    Map<String, Integer> figures() {
        return Map.of(
                "arrivals", count(Kind.ARRIVAL),
                "changes", count(Kind.CHANGE) + count(Kind.RETURN),
                "departures", closures(),
                "refused", refused().size(),
                "units", newUnits.size(),
                "sites", newSites.size());
    }

    static String quota(@Nullable BigDecimal quota) {
        return quota == null ? "" : quota.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00A0%";
    }
}
