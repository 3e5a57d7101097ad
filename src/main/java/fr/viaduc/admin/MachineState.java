package fr.viaduc.admin;

import fr.viaduc.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the machine is. Nothing in it is about a person.
 *
 * @param databaseBytes size of the database
 * @param objects contents in the object store, and their bytes before encryption
 * @param lost contents whose bytes were found absent or altered
 * @param waitingFiles files that are being prepared or wait for it
 * @param waitingEvents events that a listener has not handled yet
 */
public record MachineState(
        List<Helper> helpers,
        String databaseVersion,
        long databaseBytes,
        List<Durability> durability,
        long objects,
        long objectBytes,
        long lost,
        long waitingFiles,
        long waitingEvents,
        List<Job> jobs,
        long diskBytes,
        long diskFree) {

    private static final double THOUSAND = 1000;

    /** Something that Viaduc uses where it is there: key of its text, and how it is. */
    public record Helper(String name, Health health) {}

    /** How a helper is. */
    public enum Health {
        READY,
        ABSENT,
        AWAY
    }

    /** A setting of the database on which it depends that what was answered is kept. */
    public record Durability(String name, String value, boolean right) {}

    /** A repeated work. */
    public record Job(
            String name,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            Instant next,
            boolean late) {}

    /** Whether all that the database answers as saved is. */
    public boolean durable() {
        return durability.stream().allMatch(Durability::right);
    }

    /** « 3,2 Go »: decimal units, as disks are sold. */
    public String size(Page page, long bytes) {
        boolean english = page.locale().getLanguage().equals("en");
        String[] units = english ? new String[] {"kB", "MB", "GB", "TB"} : new String[] {"ko", "Mo", "Go", "To"};
        double value = bytes / THOUSAND;
        int unit = 0;
        while (value >= THOUSAND && unit < units.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return String.format(page.locale(), value < 10 ? "%.1f\u00a0%s" : "%.0f\u00a0%s", value, units[unit]);
    }

    public int usedPercent() {
        return diskBytes == 0 ? 0 : (int) (100 - 100 * diskFree / diskBytes);
    }

    /** Under a tenth, or 2 GiB: time to act. */
    public boolean diskShort() {
        return diskFree < diskBytes / 10 || diskFree < 2L << 30;
    }
}
