package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log of connections: added to, never changed, kept twelve months, shown to nobody but the person concerned; see
 * {@link LogSeals} for what makes a change show.
 */
@Repository
class EventLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    EventLog(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(SignInKind kind, @Nullable Long personId, Device device) {
        add(kind, personId, null, device.label(), "");
    }

    /** @param actorId who did it to the person; null when they did it themselves */
    void add(SignInKind kind, @Nullable Long personId, @Nullable Long actorId, String device, String detail) {
        jdbc.sql("""
                insert into people.sign_in_event (at, kind, person_id, actor_id, device_label, detail)
                values (:now, :kind, :person, :actor, :device, :detail)
                """)
                .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("person", personId)
                .param("actor", actorId)
                .param("device", device)
                .param("detail", detail)
                .update();
    }

    /** The person's own events, newest first. */
    List<SignInEvent> of(long personId, int most) {
        return read("", personId, most);
    }

    /** What others did to the account, newest first: nothing of when its person comes. */
    List<SignInEvent> actsOn(long personId, int most) {
        return read("and (e.actor_id is not null or e.kind = 'CODE_ISSUED')", personId, most);
    }

    private List<SignInEvent> read(String condition, long personId, int most) {
        return jdbc.sql("""
                select e.at, e.kind, e.device_label, e.detail, a.name as actor
                  from people.sign_in_event e left join people.person a on a.id = e.actor_id
                 where e.person_id = :person %s order by e.id desc limit :most
                """.formatted(condition))
                .param("person", personId)
                .param("most", most)
                .query((row, number) -> new SignInEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        SignInKind.valueOf(row.getString("kind")),
                        row.getString("device_label"),
                        row.getString("detail"),
                        row.getString("actor")))
                .list();
    }
}
