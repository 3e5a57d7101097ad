package fr.viaduc.admin;

import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settings that administrators change while the network runs. */
@Repository
class SettingsRepository {
    private final JdbcClient database;
    private final JdbcClient system;
    private final Clock clock;

    SettingsRepository(JdbcClient database, @Qualifier("system") JdbcClient system, Clock clock) {
        this.database = database;
        this.system = system;
        this.clock = clock;
    }

    /** All that were changed, by key; read without a viewer, since those who are not signed in need help too. */
    Map<String, String> all() {
        Map<String, String> settings = new HashMap<>();
        system.sql("select key, value from people.setting").query((ResultSet row) -> {
            settings.put(row.getString("key"), row.getString("value"));
        });
        return settings;
    }

    /** Keeps the settings; the database lets administrators only. */
    @Transactional
    public void save(Viewer viewer, Map<String, String> settings) {
        settings.forEach((key, value) -> database.sql("""
                        insert into people.setting as s (key, value, changed_by, changed_at) values (:key, :value, :viewer, :now)
                        on conflict (key) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                          where s.value <> excluded.value
                        """)
                .param("key", key)
                .param("value", value)
                .param("viewer", viewer.id())
                .param("now", OffsetDateTime.now(clock))
                .update());
    }
}
