package fr.viaduc.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.content.Item;
import fr.viaduc.content.Marks;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What feeds hold, in which order, page after page. */
@ViaducTest
@Import({Town.class, Groups.class})
class FeedTest {
    private static final Set<String> KINDS = Set.of("post");
    private static final Instant MORNING = Instant.parse("2026-11-20T07:00:00Z");
    private static final int PAGE = 4;

    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    FeedRepository feeds;

    @Autowired
    Marks marks;

    private Viewer aurore;
    private Viewer karim;
    private Viewer elise;
    private long roads;
    private String mark;

    @BeforeEach
    void people() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        roads = town.unit("Voirie " + mark, null);
        aurore = town.viewer(town.agent("Aurore", "Demange"));
        karim = town.viewer(town.agent("Karim", "Benali"));
        town.assign(karim.id(), roads, null);
        elise = town.viewer(town.elected("Élise", "Garnier", null));
    }

    @Test
    void theNewestComesFirst() {
        long voirie = town.circle("unit", roads);
        long old = publish(aurore, voirie, 0);
        long recent = publish(aurore, voirie, 60);
        long between = publish(aurore, town.circle("person", karim.id()), 30);

        assertThat(all(karim)).containsSubsequence(recent, between, old);
    }

    @Test
    void pagesFollowEachOtherWithoutLossOrRepetition() {
        long voirie = town.circle("unit", roads);
        long personal = town.circle("person", karim.id());
        List<Long> published = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            // Seven at a time at the same microsecond: the id alone tells them apart.
            published.add(publish(aurore, i % 2 == 0 ? voirie : personal, i / 7));
        }

        assertThat(mine(all(karim), published)).containsExactlyElementsOf(published.reversed());
    }

    @Test
    void whatIsPublishedMeanwhileIsNeitherLostNorShownTwice() {
        long voirie = town.circle("unit", roads);
        List<Long> published = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            published.add(publish(aurore, voirie, i));
        }
        List<Item> first = as(karim, () -> feeds.all(karim, KINDS, Cursor.of(null), PAGE));
        long late = publish(aurore, voirie, 600);
        Item last = first.getLast();
        List<Long> next = ids(as(
                karim, () -> feeds.all(karim, KINDS, Cursor.of(new Cursor(last.at(), last.id()).value()), PAGE)));

        assertThat(next).doesNotContainAnyElementsOf(ids(first)).doesNotContain(late);
        List<Long> read = new ArrayList<>(ids(first));
        read.addAll(next);
        List<Long> ours = read.stream().filter(published::contains).toList();
        assertThat(ours).isNotEmpty().isEqualTo(published.reversed().subList(0, ours.size()));
        assertThat(all(karim)).startsWith(late);
    }

    @Test
    void whatIsMutedLeavesTheFeedAndHidesNothingElse() {
        long voirie = town.circle("unit", roads);
        List<Long> kept = List.of(publish(aurore, voirie, 0), publish(aurore, voirie, 1));
        List<Long> muted = new ArrayList<>();
        for (int i = 0; i < 3 * PAGE; i++) {
            long item = publish(aurore, voirie, 10 + i);
            muted.add(item);
            run(karim, () -> marks.follow(karim, item, "muted"));
        }

        assertThat(all(karim)).containsSubsequence(kept.reversed()).doesNotContainAnyElementsOf(muted);
        run(karim, () -> marks.follow(karim, muted.getFirst(), null));
        assertThat(all(karim)).contains(muted.getFirst());
    }

    @Test
    void whatIsMutedLeavesTheEndOfTheFeedToo() {
        long voirie = town.circle("unit", roads);
        long kept = publish(aurore, voirie, -3_000_000);
        List<Long> muted = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            long item = publish(aurore, voirie, -3_000_000 - i);
            muted.add(item);
            run(karim, () -> marks.follow(karim, item, "muted"));
        }

        assertThat(all(karim)).endsWith(kept).doesNotContainAnyElementsOf(muted);
    }

    @Test
    void whatOneMutesOthersStillRead() {
        long item = publish(aurore, town.circle("agents", null), 0);
        run(karim, () -> marks.follow(karim, item, "muted"));

        assertThat(all(aurore)).contains(item);
    }

    @Test
    void aroundOneselfIsWhatIsForOnesServiceSiteAndCommune() {
        long forService = publish(aurore, town.circle("unit", roads), 0);
        long forAll = publish(aurore, town.circle("agents", null), 1);
        long other = publish(aurore, town.circle("unit", town.unit("Eau " + mark, null)), 2);

        List<Long> around = pages(karim, (cursor) -> feeds.service(karim, KINDS, cursor, PAGE));
        assertThat(around).contains(forService).doesNotContain(forAll, other);
    }

    @Test
    void myGroupsAreReadWholeWhateverWasRemovedOrMuted() {
        long gare = groups.open(aurore, "Place de la Gare " + mark, karim);
        long hiver = groups.open(aurore, "Viabilité hivernale " + mark, karim);
        long elsewhere = publish(aurore, town.circle("agents", null), 0);
        List<Long> published = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            long item = publish(aurore, town.circle("agents", null), 1 + i);
            place(aurore, item, i % 2 == 0 ? gare : hiver);
            published.add(item);
        }
        long both = publish(aurore, town.circle("agents", null), 50);
        place(aurore, both, gare);
        place(aurore, both, hiver);
        for (int i = 0; i < 3 * PAGE; i++) {
            long removed = publish(aurore, town.circle("agents", null), 100 + i);
            place(aurore, removed, gare);
            town.raw(aurore.id(), "update content.item set state = 'removed' where id = ?", removed);
        }

        List<Long> read = pages(karim, (cursor) -> feeds.spaces(karim, KINDS, cursor, PAGE));
        assertThat(read).startsWith(both).doesNotHaveDuplicates().doesNotContain(elsewhere);
        assertThat(mine(read, published)).containsExactlyElementsOf(published.reversed());
    }

    @Test
    void aSpaceShowsWhatIsPlacedThereToThoseWhoSeeIt() {
        long gare = groups.open(aurore, "Passerelle " + mark, karim);
        long forAgents = publish(aurore, town.circle("agents", null), 0);
        long forAurore = publish(aurore, town.circle("person", aurore.id()), 1);
        place(aurore, forAgents, gare);
        place(aurore, forAurore, gare);

        assertThat(pages(karim, (cursor) -> feeds.space(karim, gare, KINDS, cursor, PAGE)))
                .containsExactly(forAgents);
        assertThat(pages(aurore, (cursor) -> feeds.space(aurore, gare, KINDS, cursor, PAGE)))
                .containsExactly(forAurore, forAgents);
    }

    @Test
    void whatWaitsForItsHourTakesItsPlaceWhenItIsPublished() {
        long gare = groups.open(aurore, "Marché " + mark, karim);
        long scheduled = publish(aurore, town.circle("agents", null), 0);
        town.raw(aurore.id(), "update content.item set state = 'scheduled' where id = ?", scheduled);
        place(aurore, scheduled, gare);
        long meanwhile = publish(aurore, town.circle("agents", null), 10);
        place(aurore, meanwhile, gare);
        town.raw(
                aurore.id(),
                "update content.item set state = 'published', published_at = ? where id = ?",
                at(20),
                scheduled);

        assertThat(pages(karim, (cursor) -> feeds.space(karim, gare, KINDS, cursor, 1)))
                .containsExactly(scheduled, meanwhile);
    }

    @Test
    void whatIsKeptIsFoundAgainWhateverItsAge() {
        long old = publish(aurore, town.circle("agents", null), -1_000_000);
        long other = publish(aurore, town.circle("agents", null), 0);
        run(karim, () -> marks.bookmark(karim, old, true));

        assertThat(pages(karim, (cursor) -> feeds.kept(karim, KINDS, cursor, PAGE)))
                .contains(old)
                .doesNotContain(other);
    }

    @Test
    void anElectedOfficialReadsOnlyWhatIsForOfficials() {
        long forAll = publish(aurore, town.circle("everyone", null), 0);
        long forAgents = publish(aurore, town.circle("agents", null), 1);

        assertThat(all(elise)).contains(forAll).doesNotContain(forAgents);
        Viewer preview =
                new Viewer(0, "", "", "", 1, null, false, true, Set.of(), elise.locale(), "", "", false, null, true);
        assertThat(all(preview)).contains(forAll).doesNotContain(forAgents);
    }

    @Test
    void atMostThreeArePinnedForAllTheLatestPinnedFirst() {
        long network = town.database()
                .sql("select id from spaces.space where kind = 'network' order by id limit 1")
                .query(Long.class)
                .single();
        List<Long> pinned = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long item = publish(aurore, town.circle("agents", null), i);
            Superuser.run(
                    "insert into content.placement (item_id, space_id, pinned_at) values (%d, %d, now() + interval '%d minute')"
                            .formatted(item, network, i));
            pinned.add(item);
        }

        assertThat(ids(as(karim, () -> feeds.notToMiss(karim, KINDS, town.today(), 3))))
                .containsExactly(pinned.get(3), pinned.get(2), pinned.get(1));
        assertThat(ids(as(elise, () -> feeds.notToMiss(elise, KINDS, town.today(), 3))))
                .isEmpty();
    }

    @Test
    void aForgedCursorIsTheBeginning() {
        for (String forged : List.of("", "x", "1-", "-1", "1-2-3", "99999999999999999999-1", "1' or '1'='1")) {
            assertThat(Cursor.of(forged)).as(forged).isEqualTo(Cursor.of(null));
        }
    }

    @Test
    void withoutViewerThereIsNoFeed() {
        publish(aurore, town.circle("everyone", null), 0);

        assertThat(feeds.all(karim, KINDS, Cursor.of(null), PAGE))
                .as("no viewer, no rows, whomever the code names")
                .isEmpty();
    }

    private interface PageOf {
        List<Item> after(Cursor cursor);
    }

    private List<Long> all(Viewer viewer) {
        return pages(viewer, cursor -> feeds.all(viewer, KINDS, cursor, PAGE));
    }

    /** The whole feed, page after page. */
    private List<Long> pages(Viewer viewer, PageOf feed) {
        List<Long> read = new ArrayList<>();
        Cursor cursor = Cursor.of(null);
        while (true) {
            Cursor from = cursor;
            List<Item> page = as(viewer, () -> feed.after(from));
            read.addAll(ids(page));
            if (page.isEmpty()) {
                return read;
            }
            Item last = page.getLast();
            cursor = Cursor.of(new Cursor(last.at(), last.id()).value());
        }
    }

    private static List<Long> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }

    private static List<Long> mine(List<Long> read, Collection<Long> published) {
        return read.stream().filter(published::contains).toList();
    }

    private <T> T as(Viewer viewer, Supplier<T> work) {
        return town.as(viewer.id(), work);
    }

    private void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }

    private long publish(Viewer author, long circle, int second) {
        return town.read(author.id(), """
                        insert into content.item (kind, author_id, circle_id, state, body, published_at, active_at, idempotency_key)
                        values ('post', ?, ?, 'published', '<p>Bonjour</p>', ?, now(), ?) returning id
                        """, author.id(), circle, at(second), UUID.randomUUID())
                .getFirst();
    }

    private static OffsetDateTime at(int second) {
        return MORNING.plusSeconds(second).atOffset(ZoneOffset.UTC);
    }

    private void place(Viewer author, long item, long space) {
        town.raw(author.id(), "insert into content.placement (item_id, space_id) values (?, ?)", item, space);
    }
}
