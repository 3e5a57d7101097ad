package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.Difference.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of two sides compared: an empty cell erases nothing, and a spelling is no change. */
final class Values {
    private Values() {}

    static boolean sameText(@Nullable String a, @Nullable String b) {
        return Plain.of(text(a)).equals(Plain.of(text(b)));
    }

    static int compareQuota(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null ? BigDecimal.ZERO : a).compareTo(b == null ? BigDecimal.ZERO : b);
    }

    /** An empty cell erases nothing; capitals and lost accents are no change. */
    static @Nullable String keep(@Nullable String current, @Nullable String wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return current;
        }
        if (current == null || !sameText(current, wanted)) {
            return wanted;
        }
        return Plain.hasMarks(wanted) && !Plain.hasMarks(current) ? wanted : current;
    }

    static @Nullable String keepPhone(@Nullable String current, @Nullable String wanted) {
        if (wanted == null) {
            return current;
        }
        return current != null && wanted.equals(Names.phone(current)) ? current : wanted;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String day(@Nullable LocalDate date) {
        return date == null ? "" : AgentFile.day(date);
    }

    static void add(List<FieldChange> fields, Label label, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new FieldChange(label, before, after));
        }
    }
}
