package fr.viaduc.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Placements;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Posts on a real database: for whom, once, with their polls and thanks. */
@ViaducTest
@Import({Town.class, Groups.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostsTest {
    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    Posts posts;

    @Autowired
    PostRepository repository;

    @Autowired
    Audiences audiences;

    @Autowired
    Items items;

    @Autowired
    Placements placements;

    @Autowired
    Drafts drafts;

    long roads;
    Viewer jeanMarc;
    Viewer lucie;
    Viewer odile;
    Viewer anneElected;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        long water = town.unit("Eau", null);
        jeanMarc = town.hire("Jean-Marc", "Thévenot", roads);
        lucie = town.hire("Lucie", "Ferrand", water);
        odile = town.hire("Odile", "Masson", roads);
        anneElected = town.viewer(town.elected("Anne", "Valier", null));
    }

    @Test
    void aPostForTwoGroupsIsOneItemShownInBoth() {
        long gare = groups.open(jeanMarc, "Place de la Gare", lucie);
        long hiver = groups.open(jeanMarc, "Viabilité hivernale", odile);
        long post =
                publish(jeanMarc, fields("texte", "Réunion jeudi.", "audience", "s" + gare, "audience", "s" + hiver));

        assertThat(count(jeanMarc, "content.item where body like '%Réunion jeudi%'"))
                .isOne();
        assertThat(town.as(jeanMarc.id(), () -> placements.of(List.of(post))).get(post))
                .extracting(placement -> placement.spaceId())
                .containsExactlyInAnyOrder(gare, hiver);
        assertThat(find(lucie, post)).isNotNull();
        assertThat(find(odile, post)).isNotNull();
        assertThat(find(anneElected, post)).isNull();
    }

    @Test
    void whoIsInBothGroupsCountsOnce() {
        long one = groups.open(jeanMarc, "Sécheresse", lucie, odile);
        long two = groups.open(jeanMarc, "Inondations", lucie);
        Map<String, List<String>> form = fields("texte", "Point d’eau.", "audience", "s" + one, "audience", "s" + two);

        int heads = town.as(
                jeanMarc.id(),
                () -> posts.publish(jeanMarc, PostForm.of(of(form)), named(jeanMarc, form), AcknowledgementForm.NONE));

        assertThat(heads).as("Jean-Marc, Lucie and Odile").isEqualTo(3);
    }

    @Test
    void theSameFormSentTwicePublishesOnce() {
        Map<String, List<String>> form = fields(
                "texte",
                "Une seule fois.",
                "audience",
                circle("agents", null),
                "idempotencyKey",
                UUID.randomUUID().toString());
        publish(jeanMarc, form);
        publish(jeanMarc, form);

        assertThat(count(jeanMarc, "content.item where body like '%Une seule fois%'"))
                .isOne();
    }

    @Test
    void anotherTextUnderAKeyAlreadyUsedIsNotLost() {
        String key = UUID.randomUUID().toString();
        publish(
                jeanMarc,
                fields("texte", "Le premier texte.", "audience", circle("agents", null), "idempotencyKey", key));
        publish(
                jeanMarc,
                fields("texte", "Le second texte.", "audience", circle("agents", null), "idempotencyKey", key));

        assertThat(count(jeanMarc, "content.item where body like '%Le premier texte%'"))
                .isOne();
        assertThat(count(jeanMarc, "content.item where body like '%Le second texte%'"))
                .isOne();
    }

    @Test
    void publishingForgetsTheDraftAndALateSaveDoesNotBringItBack() {
        UUID key = UUID.randomUUID();
        save(jeanMarc, Map.of("texte", "Le brou"), key);
        publish(
                jeanMarc,
                fields("texte", "Le brouillon.", "audience", circle("agents", null), "idempotencyKey", key.toString()));

        assertThat(save(jeanMarc, Map.of("texte", "Le brouillon"), key)).isFalse();
        assertThat(town.as(jeanMarc.id(), () -> drafts.find(jeanMarc, Posts.DRAFT))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nobodyReadsTheDraftOfAnother() {
        save(jeanMarc, Map.of("texte", "Pas encore prêt"), UUID.randomUUID());

        assertThat(town.as(lucie.id(), () -> drafts.find(lucie, Posts.DRAFT)).isEmpty())
                .isTrue();
        assertThat(count(lucie, "content.draft")).isZero();
    }

    @Test
    void aServiceThatIsNotOnesOwnIsNotAmongTheAudiences() {
        String voirie = circle("unit", roads);

        assertThat(town.as(lucie.id(), () -> audiences.named(lucie, Set.of(voirie))))
                .isEmpty();
        assertThat(town.as(odile.id(), () -> audiences.named(odile, Set.of(voirie))))
                .hasSize(1);
    }

    @Test
    void aGroupThatOneDoesNotBelongToIsNotAmongTheAudiences() {
        long secret = groups.secret(jeanMarc, "Réorganisation", odile);

        assertThat(town.as(lucie.id(), () -> audiences.named(lucie, Set.of("s" + secret))))
                .isEmpty();
        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into content.placement (item_id, space_id) values (?, ?)",
                        publish(lucie, fields("texte", "Par effraction.", "audience", circle("agents", null))),
                        secret))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anElectedOfficialAddressesOfficialsNotAgents() {
        assertThat(town.as(anneElected.id(), () -> audiences.of(anneElected)))
                .extracting(Audience::kind)
                .contains("elected")
                .doesNotContain("agents", "everyone", "unit");
        long post = publish(anneElected, fields("texte", "Chers collègues.", "audience", circle("elected", null)));
        assertThat(find(lucie, post)).isNull();
    }

    @Test
    void whatIsForAllAgentsNoElectedOfficialSees() {
        long forAgents = publish(jeanMarc, fields("texte", "Entre nous.", "audience", circle("agents", null)));
        long forAll = publish(jeanMarc, fields("texte", "Pour tous.", "audience", circle("everyone", null)));

        assertThat(find(anneElected, forAgents)).isNull();
        assertThat(find(anneElected, forAll)).isNotNull();
        assertThat(town.as(anneElected.id(), () -> repository.find(anneElected, List.of(forAgents, forAll))))
                .containsOnlyKeys(forAll);
    }

    @Test
    void inAnAnonymousPollNothingTellsWhoChoseWhat() {
        long post = poll(true, "Lundi", "Mardi");
        long lundi = option(post, "Lundi");

        assertThat(vote(lucie, post, lundi)).isEqualTo("voted");

        Poll seen = seen(lucie, post);
        assertThat(seen.voted()).isTrue();
        assertThat(seen.options()).extracting(Poll.Option::votes).containsExactly(1, 0);
        assertThat(seen.options()).as("not even told to the voter").noneMatch(Poll.Option::chosen);
        assertThat(stored("posts.vote", post))
                .as("choices stored with their voters")
                .isZero();
        assertThat(stored("posts.voter", post)).isOne();
    }

    @Test
    void nobodyVotesTwiceInAnAnonymousPoll() {
        long post = poll(true, "Lundi", "Mardi");
        vote(lucie, post, option(post, "Lundi"));

        assertThat(vote(lucie, post, option(post, "Mardi"))).isEqualTo("already");
        assertThat(seen(lucie, post).options()).extracting(Poll.Option::votes).containsExactly(1, 0);
    }

    @Test
    void aNamedVoteIsChangedAndSeenByItsVoterAlone() {
        long post = poll(false, "Lundi", "Mardi");
        vote(lucie, post, option(post, "Lundi"));
        assertThat(vote(lucie, post, option(post, "Mardi"))).isEqualTo("voted");

        assertThat(seen(lucie, post).options()).extracting(Poll.Option::votes).containsExactly(0, 1);
        assertThat(seen(lucie, post).options()).extracting(Poll.Option::chosen).containsExactly(false, true);
        assertThat(seen(lucie, post).voters()).isOne();
        assertThat(count(odile, "posts.vote where item_id = " + post)).isZero();
        assertThat(count(jeanMarc, "posts.vote where item_id = " + post))
                .as("the author neither")
                .isZero();
        assertThat(count(odile, "posts.voter where item_id = " + post)).isZero();
    }

    @Test
    void votesAreCastByTheFunctionAlone() {
        long post = poll(false, "Lundi", "Mardi");

        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into posts.vote (item_id, option_id, person_id) values (?, ?, ?)",
                        post,
                        option(post, "Lundi"),
                        lucie.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> town.raw(lucie.id(), "update posts.poll_option set votes = 100 where item_id = ?", post))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void oneVotesOnlyForAnswersOfThatPollAndOnceEach() {
        long post = poll(true, "Lundi", "Mardi");
        long other = poll(true, "Rouge", "Vert");

        assertThat(vote(lucie, post, option(other, "Rouge"))).isEqualTo("wrong");
        assertThat(vote(lucie, post)).isEqualTo("wrong");
        assertThat(vote(lucie, post, option(post, "Lundi"), option(post, "Mardi")))
                .isEqualTo("wrong");
        assertThat(vote(lucie, post, option(post, "Lundi"), option(post, "Lundi")))
                .isEqualTo("wrong");
        assertThat(seen(odile, post).voters()).isZero();
    }

    @Test
    void whoDoesNotSeeThePostDoesNotVote() {
        long post = poll(true, "Lundi", "Mardi");

        assertThat(vote(anneElected, post, option(post, "Lundi"))).isEqualTo("missing");
    }

    @Test
    void closingAPollForgetsItsVotersAndKeepsItsTotals() {
        long post = poll(false, "Lundi", "Mardi");
        vote(lucie, post, option(post, "Lundi"));
        vote(odile, post, option(post, "Lundi"));
        endPoll(post);

        assertThat(vote(jeanMarc, post, option(post, "Mardi"))).isEqualTo("closed");
        town.database().sql("select posts.close_polls()").query(Integer.class).single();

        assertThat(stored("posts.vote", post)).isZero();
        assertThat(stored("posts.voter", post)).isZero();
        assertThat(seen(jeanMarc, post).options())
                .extracting(Poll.Option::votes)
                .containsExactly(2, 0);
        assertThat(seen(jeanMarc, post).voters()).isEqualTo(2);
    }

    @Test
    void thanksAreForNamedPeopleFoundByTheirNames() {
        assertThat(town.as(jeanMarc.id(), () -> posts.named(jeanMarc, "lucie ferrand")))
                .contains(lucie.id());
        assertThat(town.as(jeanMarc.id(), () -> posts.named(jeanMarc, "Ferrand Lucie")))
                .contains(lucie.id());
        assertThat(town.as(jeanMarc.id(), () -> posts.named(jeanMarc, "Lucie"))).isEmpty();
        town.agent("Paul", "Double");
        town.agent("Paul", "Double");
        assertThat(town.as(jeanMarc.id(), () -> posts.named(jeanMarc, "Paul Double")))
                .as("homonyms are not guessed")
                .isEmpty();

        long post = publish(
                jeanMarc,
                fields(
                        "texte",
                        "Merci pour hier.",
                        "audience",
                        circle("agents", null),
                        "bravo",
                        String.valueOf(lucie.id())));
        assertThat(town.as(odile.id(), () -> repository.find(odile, List.of(post)))
                        .get(post)
                        .thanked())
                .containsExactly(lucie.id());
    }

    @Test
    void nobodyAddsThanksOrAPollToThePostOfAnother() {
        long post = publish(jeanMarc, fields("texte", "À moi.", "audience", circle("agents", null)));

        assertThatThrownBy(() -> town.raw(
                        lucie.id(), "insert into posts.kudos (item_id, person_id) values (?, ?)", post, lucie.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into posts.poll (item_id, question, closes_at) values (?, 'Faux ?', now() + interval '1 day')",
                        post))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPreviewPublishesNothing() {
        Viewer preview =
                new Viewer(0, "", "", "", 1, null, false, true, Set.of(), jeanMarc.locale(), "", "", false, null, true);

        assertThatThrownBy(() -> publish(preview, fields("texte", "Faux élu.", "audience", circle("elected", null))))
                .isInstanceOf(Forbidden.class);
    }

    private String circle(String kind, Object ref) {
        return "c" + town.circle(kind, ref);
    }

    private static Map<String, List<String>> fields(String... namesAndValues) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            fields.merge(namesAndValues[i], List.of(value), (one, other) -> List.of(one.getFirst(), other.getFirst()));
        }
        return fields;
    }

    private static java.util.function.Function<String, List<String>> of(Map<String, List<String>> fields) {
        return field -> fields.getOrDefault(field, List.of());
    }

    private List<Audience> named(Viewer viewer, Map<String, List<String>> fields) {
        return audiences.named(viewer, Set.copyOf(fields.get("audience")));
    }

    /** Publishes, and gives the newest post of its author. */
    private long publish(Viewer author, Map<String, List<String>> fields) {
        town.as(author.id(), () -> {
            List<Audience> chosen = author.preview() ? List.of(anyone()) : named(author, fields);
            assertThat(chosen).as("audiences").isNotEmpty();
            return posts.publish(author, PostForm.of(of(fields)), chosen, AcknowledgementForm.NONE);
        });
        return town.read(author.id(), "select max(id) from content.item where author_id = " + author.id())
                .getFirst();
    }

    private Audience anyone() {
        return new Audience("", town.circle("elected", null), null, "", "elected", 1, true, false, "all");
    }

    private Item find(Viewer viewer, long post) {
        return town.as(viewer.id(), () -> items.find(viewer, post)).orElse(null);
    }

    private long poll(boolean anonymous, String... answers) {
        Map<String, List<String>> fields = fields("audience", circle("agents", null), "question", "Quel jour ?");
        fields.put("reponse", List.of(answers));
        fields.put("jusquau", List.of(town.today().plusDays(3).toString()));
        fields.put("anonyme", List.of(anonymous ? "true" : "false"));
        return publish(jeanMarc, fields);
    }

    private Poll seen(Viewer viewer, long post) {
        Poll poll = town.as(viewer.id(), () -> repository.find(viewer, List.of(post)))
                .get(post)
                .poll();
        assertThat(poll).isNotNull();
        return poll;
    }

    private long option(long post, String label) {
        return seen(jeanMarc, post).options().stream()
                .filter(option -> option.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String vote(Viewer viewer, long post, Long... options) {
        return town.as(viewer.id(), () -> repository.vote(post, List.of(options)));
    }

    private void endPoll(long post) {
        Superuser.run("update posts.poll set closes_at = now() - interval '1 minute' where item_id = " + post);
    }

    private long stored(String table, long post) {
        return Superuser.count(table + " where item_id = " + post);
    }

    private boolean save(Viewer viewer, Map<String, String> fields, UUID key) {
        return town.as(viewer.id(), () -> drafts.keep(viewer, Posts.DRAFT, fields, key));
    }

    private long count(Viewer viewer, String from) {
        return town.read(viewer.id(), "select count(*) from " + from).getFirst();
    }
}
