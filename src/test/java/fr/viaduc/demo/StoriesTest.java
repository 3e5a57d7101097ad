package fr.viaduc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.demo.Story.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final Pattern WRONG_SPACING = Pattern.compile(
            "(?<![\\u202f])[;!?](?![a-z])|(?<![\\u00a0])\u00bb|\u00ab(?![\\u00a0])| :|(?<![\\u00a0\\d])(?<!\\p{L}):\\s|  ");

    private final List<Post> posts = Stories.posts();

    @Test
    void thereIsEnoughLifeForSomeMonths() {
        assertThat(posts).hasSizeGreaterThan(225);
        assertThat(posts.stream().mapToInt(post -> post.remarks.size()).sum()).isGreaterThan(450);
    }

    @Test
    void everyTextHasFrenchTypography() {
        for (String text : texts().toList()) {
            assertThat(text).as(text).doesNotContain("'", "\"", "...", "--");
            assertThat(WRONG_SPACING
                            .matcher(text.replaceAll("\\{\\+\\d+}", "mardi"))
                            .find())
                    .as("spacing of: %s", text)
                    .isFalse();
        }
    }

    @Test
    void elodiesPicturesAllHaveAnAlternativeTextAndExist() {
        for (var post : posts) {
            for (var picture : post.pictures) {
                assertThat(picture.alternative()).endsWith(".").hasSizeGreaterThan(20);
                assertThat(StoriesTest.class.getResource("/demo/" + picture.name() + ".jpg"))
                        .as(picture.name())
                        .isNotNull();
            }
        }
    }

    @Test
    void everyoneSpeaksWhereTheyAre() {
        for (var post : posts) {
            for (var target : post.audience) {
                assertThat(mayPublish(post.author, target))
                        .as("%s publishes for %s: %s", post.author, target, post.text)
                        .isTrue();
                for (var remark : post.remarks) {
                    assertThat(isIn(remark.author(), target))
                            .as("%s comments for %s: %s", remark.author(), target, remark.text())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void inTheForumEveryoneSpeaksWhereTheyAreAndQuotesWhatWasSaid() {
        var topics = ForumStory.topics();
        assertThat(topics).hasSizeGreaterThan(25);
        for (var topic : topics) {
            assertThat(isIn(topic.author, topic.heading.audience))
                    .as(topic.title)
                    .isTrue();
            assertThat(topic.answer).as(topic.title).isLessThan(topic.replies.size());
            for (int i = 0; i < topic.replies.size(); i++) {
                var reply = topic.replies.get(i);
                assertThat(isIn(reply.author(), topic.heading.audience))
                        .as("%s in %s", reply.author(), topic.title)
                        .isTrue();
                if (reply.quoted() >= 0) {
                    assertThat(reply.quoted()).isLessThan(i);
                    assertThat(topic.replies.get(reply.quoted()).text()).contains(reply.words());
                }
            }
        }
        for (var heading : ForumStory.Heading.values()) {
            assertThat(heading.referent == null).as(heading.title).isNotEqualTo(heading.service == null);
            assertThat(heading.referent == null || isIn(heading.referent, heading.audience))
                    .as("the referent of %s", heading.title)
                    .isTrue();
        }
    }

    @Test
    void aReplyFollowsAComment() {
        for (var post : posts) {
            if (!post.remarks.isEmpty()) {
                assertThat(post.remarks.getFirst().reply()).as(post.text).isFalse();
            }
        }
    }

    @Test
    void theLastPostIsSomeMinutesOldAndNoneIsToCome() {
        var now = Instant.parse("2026-11-24T08:00:00Z");
        var calendar = new Calendar(now, ZoneId.of("Europe/Paris"));
        var moments =
                posts.stream().map(post -> calendar.moment(post.when)).sorted().toList();
        assertThat(moments.getLast()).isBefore(now).isAfter(now.minusSeconds(3600));
        assertThat(moments.getFirst()).isBefore(now.minusSeconds(80L * 24 * 3600));
    }

    @Test
    void nobodyAnswersInTheFuture() {
        var now = Instant.parse("2026-11-24T08:00:00Z");
        var calendar = new Calendar(now, ZoneId.of("Europe/Paris"));
        var random = new Random(1);
        var moment = now.minusSeconds(600);
        for (int i = 0; i < 50; i++) {
            var next = calendar.answer(moment, random);
            assertThat(next).isAfterOrEqualTo(moment).isBeforeOrEqualTo(now);
            moment = next;
        }
    }

    @Test
    void dateThreeWorkingDaysAfterFridayIsWednesday() {
        var calendar = new Calendar(Instant.parse("2026-11-24T08:00:00Z"), ZoneId.of("Europe/Paris"));
        assertThat(calendar.dated("Rendez-vous le {+3}.", Instant.parse("2026-11-20T08:00:00Z")))
                .isEqualTo("Rendez-vous le mercredi\u00a025\u00a0novembre.");
        assertThat(calendar.dated("{+2}", Instant.parse("2026-11-27T08:00:00Z")))
                .isEqualTo("mardi\u00a01er\u00a0décembre");
    }

    @Test
    void aPollAsksOneQuestionWithTwoToSixAnswers() {
        for (var post : posts) {
            if (!post.options.isEmpty()) {
                assertThat(post.options).hasSizeBetween(2, 6);
                assertThat(StoryTeller.question(post.text))
                        .endsWith("?")
                        .doesNotContain("\n")
                        .hasSizeBetween(10, 200);
            }
        }
    }

    @Test
    void theSamePeopleComeEachTime() {
        var today = LocalDate.of(2026, 11, 24);
        assertThat(new Population(today).agents)
                .isEqualTo(new Population(today).agents)
                .hasSize(700);
    }

    private static boolean mayPublish(Protagonist author, Target target) {
        boolean communicatesOrHelpsAll = author == Cast.ELODIE || author == Cast.CHRISTELLE || author == Cast.CAROLINE;
        boolean elected = author instanceof Elected;
        return communicatesOrHelpsAll
                || (isIn(author, target)
                        && !(elected && target instanceof Network && target != Network.ELECTED_OFFICIALS));
    }

    private static boolean isIn(Protagonist person, Target target) {
        return switch (target) {
            case Network network ->
                switch (network) {
                    case EVERYONE -> true;
                    case AGENTS -> person instanceof Cast;
                    case ELECTED_OFFICIALS -> person instanceof Elected;
                };
            case Service service -> person instanceof Cast agent && agent.service == service;
            case Place place -> person instanceof Cast agent && (agent.place == place || agent == Cast.CHRISTELLE);
            case Mission mission -> person instanceof Cast agent && agent.missions.contains(mission);
            case Group group -> person instanceof Cast || group.elected;
        };
    }

    private Stream<String> texts() {
        var texts = new ArrayList<String>();
        for (var post : posts) {
            texts.add(post.text);
            texts.addAll(post.options);
            post.remarks.forEach(remark -> texts.add(remark.text()));
            post.pictures.forEach(picture -> texts.add(picture.alternative()));
        }
        for (var heading : ForumStory.Heading.values()) {
            texts.addAll(List.of(heading.title, heading.description));
        }
        for (var topic : ForumStory.topics()) {
            texts.addAll(List.of(topic.title, topic.text));
            texts.addAll(topic.subjects);
            topic.replies.forEach(reply -> texts.addAll(List.of(reply.text(), reply.words())));
        }
        for (var tale : Tales.all()) {
            texts.addAll(List.of(tale.title(), tale.lead(), tale.cover(), tale.caption(), tale.tags()));
            texts.add(tale.body().replaceAll("<[^>]*>", ""));
            texts.addAll(tale.pair());
            tale.remarks().forEach(remark -> texts.add(remark.text()));
        }
        for (var unfinished : Tales.unfinished()) {
            var tale = unfinished.tale();
            texts.addAll(List.of(tale.title(), tale.lead(), tale.cover(), tale.caption(), tale.tags()));
            texts.add(tale.body().replaceAll("<[^>]*>", ""));
        }
        for (var person : Cast.values()) {
            texts.add(person.job);
            if (person.about != null) {
                texts.add(person.about);
            }
        }
        for (var group : Group.values()) {
            texts.add(group.title);
            texts.add(group.description);
            if (group.welcome != null) {
                texts.add(group.welcome);
            }
        }
        Arrays.stream(Service.values()).forEach(service -> texts.addAll(List.of(service.title, service.mission)));
        Arrays.stream(Pole.values()).forEach(pole -> texts.addAll(List.of(pole.title, pole.mission)));
        Arrays.stream(Mission.values()).forEach(mission -> texts.addAll(List.of(mission.title, mission.description)));
        Arrays.stream(Place.values())
                .forEach(place -> texts.addAll(List.of(place.title, place.address, place.opening)));
        Arrays.stream(Team.values()).forEach(team -> texts.add(team.title));
        Means.ALL.forEach(means -> texts.addAll(List.of(means.name(), means.reference())));
        Means.ALL.stream().flatMap(means -> Stream.ofNullable(means.note())).forEach(texts::add);
        FaqStory.texts().forEach(texts::add);
        return texts.stream();
    }
}
