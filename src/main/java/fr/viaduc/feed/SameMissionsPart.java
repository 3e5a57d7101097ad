package fr.viaduc.feed;

import fr.viaduc.content.HomePart;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** « Mêmes missions que vous »: colleagues who do the same elsewhere, others each day. */
@Component
class SameMissionsPart implements HomePart {
    private final JdbcClient database;
    private final People people;
    private final Fragments fragments;

    SameMissionsPart(JdbcClient database, People people, Fragments fragments) {
        this.database = database;
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public Area area() {
        return Area.ASIDE;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public @Nullable Content content(Page page) {
        List<Long> ids = database.sql("""
                        select o.person_id
                          from people.person_mission m
                          join people.person_mission o on o.mission_id = m.mission_id and o.person_id <> m.person_id
                          join people.person p on p.id = o.person_id and p.erased_at is null
                           and daterange(p.started_on, p.left_on, '[]') @> current_date
                         where m.person_id = :viewer
                         group by o.person_id
                         order by hashint8(o.person_id # extract(doy from current_date)::bigint)
                         limit 3
                        """)
                .param("viewer", page.me().id())
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return null;
        }
        Map<Long, PersonLine> lines = people.lines(page.me(), ids);
        List<PersonLine> same =
                ids.stream().map(lines::get).filter(Objects::nonNull).toList();
        return fragments.of("feed/sameMissions", Map.of("page", page, "people", same));
    }
}
