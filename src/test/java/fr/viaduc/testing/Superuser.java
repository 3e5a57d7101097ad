package fr.viaduc.testing;

import java.sql.SQLException;

/** Looks at what is really stored, and sets what time or a crash would: no rule of access holds here. */
public final class Superuser {
    private Superuser() {}

    public static void run(String sql) {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows {@code select count(*) from …} finds. */
    public static long count(String from) {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
