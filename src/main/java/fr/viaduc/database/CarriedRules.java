package fr.viaduc.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database's rules found for a viewer while a page was read, given back to it at the viewer's next page (decisions 13
 * and 22). The database itself compares the stamp of changes and takes nothing that is of another one. It opens nothing: who
 * can give these can name the viewer, which is stronger.
 */
final class CarriedRules {
    private static final Logger log = LoggerFactory.getLogger(CarriedRules.class);

    /** The settings of {@code database.keep} whose answers come from noted tables and from the date alone. */
    private static final List<String> SETTINGS = List.of(
            "viaduc.readable", "viaduc.roles", "viaduc.involved", "viaduc.owned", "viaduc.led", "viaduc.forum_led");

    private static final int VIEWERS = 5_000;
    /** A page asks some of the rules: a few pages have asked all that this viewer's pages ask. */
    private static final int READINGS = 3;

    private static final String NAME_VIEWER = "select set_config('viaduc.viewer', ?, true), now from database.stamp";
    private static final String NAME_VIEWER_AND_CARRY = SETTINGS.stream()
            .map(setting -> "set_config('" + setting + "', case when now = given.stamp then ? else '' end, true)")
            .collect(Collectors.joining(
                    ", ",
                    "select set_config('viaduc.viewer', ?, true), now, ",
                    " from database.stamp, (values (?)) given (stamp)"));
    private static final String READ = SETTINGS.stream()
            .map(setting -> "coalesce(current_setting('" + setting + "', true), '')")
            .collect(Collectors.joining(", ", "select ", ""));

    private final Cache<Long, Carried> carried =
            Caffeine.newBuilder().maximumSize(VIEWERS).build();

    /**
     * What the rules found.
     *
     * @param found by setting, empty where the rule was not asked yet
     * @param readings the pages it was read after
     */
    private record Carried(String stamp, List<String> found, int readings) {
        boolean of(String other) {
            return stamp.equals(other);
        }

        boolean complete() {
            return readings >= READINGS || !found.contains("");
        }
    }

    /** Names the viewer of a page's transaction, with what is carried for them; gives the stamp of changes. */
    String begin(Connection connection, long viewer) throws SQLException {
        Carried known = carried.getIfPresent(viewer);
        try (var statement = connection.prepareStatement(known == null ? NAME_VIEWER : NAME_VIEWER_AND_CARRY)) {
            int place = 1;
            statement.setString(place++, Long.toString(viewer));
            if (known != null) {
                for (String found : known.found()) {
                    statement.setString(place++, found);
                }
                statement.setString(place, known.stamp());
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(2);
            }
        }
    }

    /** Before the transaction of a page ends well: what the rules found in it. */
    void end(Connection connection, long viewer, String stamp) {
        Carried known = carried.getIfPresent(viewer);
        if (known != null && known.of(stamp) && known.complete()) {
            return;
        }
        try (var statement = connection.prepareStatement(READ);
                var row = statement.executeQuery()) {
            row.next();
            var found = new ArrayList<String>();
            for (int place = 1; place <= SETTINGS.size(); place++) {
                found.add(row.getString(place));
            }
            int readings = known != null && known.of(stamp) ? known.readings() + 1 : 1;
            carried.put(viewer, new Carried(stamp, List.copyOf(found), readings));
        } catch (SQLException e) {
            // Nothing is lost: the next page asks again.
            log.debug("What the rules found could not be read", e);
        }
    }
}
