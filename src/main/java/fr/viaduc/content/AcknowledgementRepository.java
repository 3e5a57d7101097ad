package fr.viaduc.content;

import fr.viaduc.text.RichText;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of acknowledgements; what policies cannot say is in the functions of V041. */
@Repository
@Transactional
class AcknowledgementRepository {
    private final JdbcClient database;

    AcknowledgementRepository(JdbcClient database) {
        this.database = database;
    }

    void ask(long itemId, Acknowledgement.Kind kind, LocalDate dueOn, @Nullable LocalDate namedUntil) {
        database.sql("""
                        insert into content.acknowledgement_request (item_id, kind, due_on, named_until)
                        values (:item, :kind, :due, :until)
                        """)
                .param("item", itemId)
                .param("kind", kind.word())
                .param("due", dueOn)
                .param("until", namedUntil)
                .update();
    }

    void forget(long itemId) {
        database.sql("delete from content.acknowledgement_request where item_id = ?")
                .param(itemId)
                .update();
    }

    boolean askAgain(long itemId, LocalDate dueOn) {
        return database.sql("select content.ask_again(:item, :due)")
                .param("item", itemId)
                .param("due", dueOn)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    boolean mayAsk(long circleId) {
        return database.sql("select coalesce(content.may_ask(?), false)")
                .param(circleId)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    boolean issues(long itemId) {
        return database.sql("select content.issues(?)")
                .param(itemId)
                .query(Boolean.class)
                .single();
    }

    /** Says "done", "already", "changed" or "missing". */
    String acknowledge(long itemId, int version, Instant moment) {
        return database.sql("select content.acknowledge(:item, :version, :moment)")
                .param("item", itemId)
                .param("version", version)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    boolean withdraw(long itemId) {
        return database.sql("select content.withdraw_acknowledgement(?)")
                .param(itemId)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    Acknowledgement.Totals totals(long itemId) {
        return database.sql("select asked, done from content.acknowledgement_totals(?)")
                .param(itemId)
                .query((row, number) -> new Acknowledgement.Totals(
                        row.getObject("asked", Integer.class), row.getObject("done", Integer.class)))
                .single();
    }

    @Transactional(readOnly = true)
    List<Acknowledgement.Line> list(long itemId, boolean said, String afterName, long afterId, int most) {
        return database.sql("""
                        select person_id, sort_name, version, at, signed_on, text_hash
                          from content.acknowledgement_list(:item, :said, :name, :id, :most)
                        """)
                .param("item", itemId)
                .param("said", said)
                .param("name", afterName)
                .param("id", afterId)
                .param("most", most)
                .query((row, number) -> new Acknowledgement.Line(
                        row.getLong("person_id"),
                        row.getString("sort_name"),
                        row.getInt("version"),
                        instant(row),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("text_hash")))
                .list();
    }

    /** What the viewer sees and may be signed on paper: the latest first. */
    @Transactional(readOnly = true)
    List<Item> papers(Viewer viewer, Collection<String> kinds, LocalDate since, int most) {
        return database.sql("select " + Items.COLUMNS + " from content.item i " + Items.MARKS + """
                          join content.acknowledgement_request q on q.item_id = i.id
                         where q.due_on >= :since and i.state = 'published' and i.kind = any (:kinds)
                           and i.circle_id = any ((select circles.readable())::bigint[])
                         order by i.published_at desc, i.id desc limit :most
                        """)
                .param("viewer", viewer.id())
                .param("kinds", kinds.toArray(String[]::new))
                .param("since", since)
                .param("most", most)
                .query(Items.ROW)
                .list();
    }

    @Transactional(readOnly = true)
    List<Acknowledgement.OnPaper> paperPeople(long itemId) {
        return database.sql(
                        "select person_id, name, staff_number, site, recorded from content.paper_people(?) order by site, name")
                .param(itemId)
                .query(Acknowledgement.OnPaper.class)
                .list();
    }

    int recordPaper(long itemId, int version, Collection<Long> persons, LocalDate day, Instant moment) {
        return database.sql("select content.record_paper(:item, :version, :persons, :day, :moment)")
                .param("item", itemId)
                .param("version", version)
                .param("persons", persons.toArray(Long[]::new))
                .param("day", day)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The viewer's own answer to that version of the item; to the latest that they answered when it is 0. */
    @Transactional(readOnly = true)
    Optional<Said> own(Viewer viewer, long itemId, int version) {
        return database.sql("""
                        select version, at, way, signed_on, encode(text_hash, 'hex') as text_hash from content.acknowledgement
                         where item_id = :item and person_id = :viewer and (:version = 0 or version = :version)
                         order by version desc limit 1
                        """)
                .param("version", version)
                .param("item", itemId)
                .param("viewer", viewer.id())
                .query((row, number) -> new Said(
                        itemId,
                        viewer.id(),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("way").equals("paper"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("text_hash")))
                .optional();
    }

    /** What the viewer acknowledged, as it was; they may not see it any more. */
    record Text(String title, String body, Acknowledgement.Kind kind, Instant publishedAt) {}

    @Transactional(readOnly = true)
    Optional<Text> acknowledgedText(long itemId, int version) {
        return database.sql("select title, body, kind, published_at from content.acknowledged_text(:item, :version)")
                .param("item", itemId)
                .param("version", version)
                .query((row, number) -> new Text(
                        row.getString("title"),
                        row.getString("body"),
                        Objects.requireNonNull(Acknowledgement.Kind.of(row.getString("kind"))),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** All that the viewer acknowledged, the latest first; after that moment and item when the list goes on. */
    @Transactional(readOnly = true)
    List<AcknowledgementProof.Own> own(Viewer viewer, @Nullable Instant before, long beforeItem, int most) {
        return database.sql("""
                        select a.item_id, a.version, a.at, a.way = 'paper' as on_paper, t.title, t.body, t.kind
                          from (select item_id, version, at, way from content.acknowledgement
                                 where person_id = :viewer
                                   and (cast(:before as timestamptz) is null or (at, item_id) < (:before, :item))
                                 order by at desc, item_id desc limit :most) a
                          cross join lateral content.acknowledged_text(a.item_id, a.version) t
                         order by a.at desc, a.item_id desc
                        """)
                .param("viewer", viewer.id())
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .param("item", beforeItem)
                .param("most", most)
                .query((row, number) -> new AcknowledgementProof.Own(
                        row.getLong("item_id"),
                        row.getInt("version"),
                        Item.headline(row.getString("title"), RichText.excerpt(row.getString("body"))),
                        Objects.requireNonNull(Acknowledgement.Kind.of(row.getString("kind"))),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("on_paper")))
                .list();
    }

    /** What is sealed in a proof. */
    record Said(
            long itemId,
            long personId,
            int version,
            Instant at,
            boolean onPaper,
            @Nullable LocalDate signedOn,
            String textHash) {

        /** How a proof names it. */
        String reference() {
            return itemId + "-" + personId + "-" + version;
        }
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
