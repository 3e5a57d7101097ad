package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices that are shared for good: kiosks of depots, posts of reception desks. */
@Repository
class KioskRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    KioskRepository(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isKiosk(Device device) {
        return device.hasCookie()
                && jdbc.sql("select exists (select from people.kiosk where device_hash = :device)")
                        .param("device", device.hash())
                        .query(Boolean.class)
                        .single();
    }

    void mark(Device device, String name, @Nullable Long siteId, long by) {
        jdbc.sql("""
                insert into people.kiosk (device_hash, name, site_id, marked_by, marked_at)
                values (:device, :name, :site, :by, :now)
                on conflict (device_hash) do update set name = excluded.name, site_id = excluded.site_id
                """)
                .param("device", device.hash())
                .param("name", name)
                .param("site", siteId)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from people.known_device where device_hash = :device")
                .param("device", device.hash())
                .update();
    }

    /** @param sites the sites whose kiosks may be released; null for all */
    void release(long kioskId, @Nullable List<Long> sites) {
        jdbc.sql("delete from people.kiosk where id = :id and (cast(:all as boolean) or site_id = any (:sites))")
                .param("id", kioskId)
                .param("all", sites == null)
                .param("sites", sites == null ? new Long[0] : sites.toArray(Long[]::new))
                .update();
    }

    /** @param sites the sites whose kiosks are wanted; null for all */
    List<Kiosk> list(@Nullable List<Long> sites) {
        return jdbc.sql("""
                select k.id, k.name, s.name as site, k.marked_at
                  from people.kiosk k left join people.site s on s.id = k.site_id
                 where cast(:all as boolean) or k.site_id = any (:sites)
                 order by s.name nulls last, k.name, k.id limit 500
                """)
                .param("all", sites == null)
                .param("sites", sites == null ? new Long[0] : sites.toArray(Long[]::new))
                .query((row, number) -> new Kiosk(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("site"),
                        row.getObject("marked_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }
}
