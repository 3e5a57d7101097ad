package fr.viaduc.content;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who can be recognised in the pictures of an item, and what each agreed to: a named use, a date, taken back at any time
 * (Code civil, article 9).
 */
@Repository
@Transactional
public class ImageRights {
    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImageRights(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    /** What a picture may be put to. */
    public enum Use {
        /** Seen on the network by those for whom the item is. */
        NETWORK,
        /** Printed, for the walls of the sites. */
        PRINT;

        /** As the database, forms and messages call it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Where somebody who is shown stands.
     *
     * @param network whether they agreed to be seen on the network
     * @param print whether they agreed to be printed
     */
    public record Agreement(long personId, boolean network, boolean print) {}

    /**
     * Something that one has agreed to.
     *
     * @param itemId null: all pictures
     * @param title of the item; null when it has none, or for all pictures
     */
    public record Consent(
            long id, @Nullable Long itemId, @Nullable String title, String use, LocalDate givenOn, boolean onPaper) {}

    /** Those whom the item shows, with what they agreed to. */
    @Transactional(readOnly = true)
    public List<Agreement> of(long itemId) {
        return database.sql("""
                        select s.person_id,
                               s.person_id <> all (content.lacking_consent(:item, 'network')) as network,
                               s.person_id <> all (content.lacking_consent(:item, 'print')) as print
                          from content.shown_person s where s.item_id = :item order by s.person_id
                        """)
                .param("item", itemId)
                .query((row, number) ->
                        new Agreement(row.getLong("person_id"), row.getBoolean("network"), row.getBoolean("print")))
                .list();
    }

    /** Those whom these items show and who have not agreed to that use, by item; none: the item is not in the map. */
    @Transactional(readOnly = true)
    public Map<Long, List<Long>> lacking(Collection<Long> items, Use use) {
        Map<Long, List<Long>> lacking = new LinkedHashMap<>();
        database
                .sql("""
                        select i.id, content.lacking_consent(i.id, :use) as people
                          from content.item i where i.id = any (:items)
                        """)
                .param("use", use.word())
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("id"), longs(row.getArray("people"))))
                .list()
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> lacking.put(entry.getKey(), entry.getValue()));
        return lacking;
    }

    /** Says whom the item shows, from now on; they may read it before it is published. For those who write it. */
    public void show(Viewer viewer, long itemId, Collection<Long> people) {
        Publishing.refusePreview(viewer);
        Long[] shown = people.toArray(Long[]::new);
        database.sql("delete from content.shown_person where item_id = :item and person_id <> all (:people)")
                .param("item", itemId)
                .param("people", shown)
                .update();
        database.sql("""
                        insert into content.shown_person (item_id, person_id)
                        select :item, id from people.person where id = any (:people) on conflict do nothing
                        """).param("item", itemId).param("people", shown).update();
        database.sql(
                        "delete from content.contributor where item_id = :item and role = 'reader' and person_id <> all (:people)")
                .param("item", itemId)
                .param("people", shown)
                .update();
        database.sql("""
                        insert into content.contributor (item_id, person_id, role)
                        select i.id, p.id, 'reader' from content.item i, people.person p
                         where i.id = :item and p.id = any (:people) and p.id <> i.author_id
                        on conflict do nothing
                        """).param("item", itemId).param("people", shown).update();
    }

    /** Agrees, for oneself, to these uses of an item that shows one. */
    public void agree(Viewer viewer, long itemId, Set<Use> uses) {
        Publishing.refusePreview(viewer);
        if (of(itemId).stream().noneMatch(agreement -> agreement.personId() == viewer.id())) {
            throw new NotFound();
        }
        add(viewer.id(), itemId, uses, LocalDate.now(clock), false, viewer.id());
    }

    /** Records what somebody signed on paper; for those who write the item. */
    public void record(Viewer viewer, long itemId, long personId, Set<Use> uses, LocalDate day) {
        Publishing.refusePreview(viewer);
        boolean writes = database.sql("select content.writes(:item)")
                .param("item", itemId)
                .query(Boolean.class)
                .single();
        if (!writes || day.isAfter(LocalDate.now(clock))) {
            throw new Forbidden();
        }
        if (of(itemId).stream().noneMatch(agreement -> agreement.personId() == personId)) {
            throw new NotFound();
        }
        add(personId, itemId, uses, day, true, viewer.id());
    }

    /** What the viewer has agreed to and not taken back, latest first. */
    @Transactional(readOnly = true)
    public List<Consent> mine(Viewer viewer) {
        return database.sql("""
                        select c.id, c.item_id, i.title, c.use, c.given_on, c.on_paper
                          from content.image_consent c left join content.item i on i.id = c.item_id
                         where c.person_id = :viewer and c.withdrawn_at is null
                         order by c.given_on desc, c.id desc
                        """)
                .param("viewer", viewer.id())
                .query((row, number) -> new Consent(
                        row.getLong("id"),
                        row.getObject("item_id", Long.class),
                        row.getString("title"),
                        row.getString("use"),
                        row.getObject("given_on", LocalDate.class),
                        row.getBoolean("on_paper")))
                .list();
    }

    /**
     * Takes back what one agreed to. What showed one is a draft again at once.
     *
     * @return how many items were withdrawn
     */
    public int withdraw(Viewer viewer, long consentId) {
        Publishing.refusePreview(viewer);
        List<Long> withdrawn = database
                .sql("select content.withdraw_consent(:consent) as items")
                .param("consent", consentId)
                .query((row, number) -> new Withdrawn(longs(row.getArray("items")), row.getArray("items") != null))
                .list()
                .stream()
                .filter(Withdrawn::known)
                .findFirst()
                .orElseThrow(NotFound::new)
                .items();
        withdrawn.forEach(item -> events.publishEvent(new Events.ItemWithdrawn(item, viewer.id())));
        return withdrawn.size();
    }

    private record Withdrawn(List<Long> items, boolean known) {}

    private void add(long person, long itemId, Set<Use> uses, LocalDate day, boolean onPaper, long recorder) {
        for (Use use : uses) {
            database.sql("""
                            insert into content.image_consent (person_id, item_id, use, given_on, on_paper, recorded_by, recorded_at)
                            values (:person, :item, :use, :day, :paper, :recorder, :now) on conflict do nothing
                            """)
                    .param("person", person)
                    .param("item", itemId)
                    .param("use", use.word())
                    .param("day", day)
                    .param("paper", onPaper)
                    .param("recorder", recorder)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    private static List<Long> longs(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : new ArrayList<>(Arrays.asList((Long[]) array.getArray()));
    }
}
