package fr.viaduc.demo;

import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Moderation;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.NewItem.NewAttachment;
import fr.viaduc.database.ClockContext;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.demo.StoryRepository.Gesture;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.Uploads;
import fr.viaduc.posts.Posts;
import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes the stories through the services of the house, each person at their own time. */
@Component
class StoryTeller {

    private static final Pattern MENTION = Pattern.compile("@([A-Z]+(?:_[A-Z]+)*)\\b");
    private static final List<String> KINDS = List.of(
            "thanks", "thanks", "thanks", "thanks", "thanks", "thanks", "bravo", "bravo", "useful", "support", "smile");
    private static final int PORTRAITS_DRAWN = 14;

    private final StoryRepository repository;
    private final Groups groups;
    private final Posts posts;
    private final Comments comments;
    private final Moderation moderation;
    private final Acknowledgements acknowledgements;
    private final Uploads uploads;
    private final Clock clock;
    private final TransactionTemplate web;

    StoryTeller(
            StoryRepository repository,
            Groups groups,
            Posts posts,
            Comments comments,
            Moderation moderation,
            Acknowledgements acknowledgements,
            Uploads uploads,
            Clock clock,
            PlatformTransactionManager webTransactions) {
        this.repository = repository;
        this.groups = groups;
        this.posts = posts;
        this.comments = comments;
        this.moderation = moderation;
        this.acknowledgements = acknowledgements;
        this.uploads = uploads;
        this.clock = clock;
        this.web = new TransactionTemplate(webTransactions);
    }

    void tell(Random random) {
        var told = Stories.posts();
        var villagers = repository.villagers();
        var opened = groups.open(villagers, told, random);
        addPortraits(villagers);
        var scene = new Scene(
                villagers,
                new Calendar(clock.instant(), clock.getZone()),
                opened,
                repository.circles(),
                repository.spaces(),
                repository.members(),
                random);
        told.stream()
                .sorted(Comparator.comparing(post -> scene.calendar().moment(post.when)))
                .forEach(post -> publish(post, scene));
        react(scene.gestures());
        scene.votes()
                .forEach((person, ballots) ->
                        as(person, () -> ballots.forEach(ballot -> repository.vote(ballot.item(), ballot.choice()))));
    }

    private void publish(Story.Post post, Scene scene) {
        var moment = scene.calendar().moment(post.when);
        var author = scene.villagers().viewer(post.author);
        var target = post.audience.getFirst();
        long circle = scene.circle(target, repository);
        long item = at(
                author.id(),
                moment,
                () -> posts.publish(
                        author,
                        new NewItem(
                                Posts.KIND,
                                null,
                                text(post.text, moment, scene),
                                "",
                                circle,
                                scene.places(post),
                                pictures(post, author.id()),
                                true,
                                key(post.author, post.when + post.text)),
                        poll(post, scene, moment),
                        post.praised.stream().map(scene.villagers()::id).toList()));
        var audience = scene.members().getOrDefault(circle, List.of());
        if (post.asked != null) {
            ask(post.asked, author, item, audience, moment, scene);
        }
        answer(post, item, audience, moment, scene);
        scene.reactTo(item, null, audience, post.thanks, author.id());
        for (var report : post.reports) {
            var reporter = scene.villagers().viewer(report.reporter());
            as(reporter.id(), () -> moderation.report(reporter, item, null, report.reason(), report.details()));
        }
        if (post.pinned) {
            as(
                    scene.villagers().id(post.author instanceof Cast ? leader(target, post.author) : post.author),
                    () -> repository.pin(item));
        }
        if (!post.options.isEmpty() && scene.isOpen(post, moment)) {
            scene.voteOn(item, post, audience);
        }
    }

    /** Asks, and lets people say it; those who sign in to the demonstration keep it for themselves. */
    private void ask(Story.Asked asked, Viewer author, long item, List<Long> audience, Instant moment, Scene scene) {
        var due = scene.calendar().workingDays(scene.calendar().today(), asked.days());
        var form = new AcknowledgementForm(
                true, asked.kind(), due, asked.named(), asked.named() ? due.plusMonths(2) : null);
        at(author.id(), moment, () -> {
            acknowledgements.ask(author, item, form);
            return item;
        });
        var visitors =
                Demonstration.SIGN_INS.stream().map(scene.villagers()::id).toList();
        for (long person : audience) {
            if (person != author.id()
                    && !visitors.contains(person)
                    && scene.random().nextInt(100) < asked.percent()) {
                var when = scene.calendar().answer(moment, scene.random());
                as(person, () -> repository.acknowledge(item, when));
            }
        }
    }

    private void answer(Story.Post post, long item, List<Long> audience, Instant published, Scene scene) {
        Long thread = null;
        var moment = published;
        for (var remark : post.remarks) {
            moment = scene.calendar().answer(moment, scene.random());
            var author = scene.villagers().viewer(remark.author());
            Long parent = remark.reply() ? thread : null;
            var when = moment;
            long comment = at(
                    author.id(),
                    when,
                    () -> comments.add(
                            author,
                            item,
                            parent,
                            text(remark.text(), when, scene),
                            "",
                            List.of(),
                            key(remark.author(), post.when + remark.text())));
            if (parent == null) {
                thread = comment;
            }
            scene.reactTo(item, comment, audience, scene.random().nextInt(9), author.id());
        }
    }

    private Posts.@Nullable NewPoll poll(Story.Post post, Scene scene, Instant moment) {
        if (post.options.isEmpty()) {
            return null;
        }
        var first = LocalDate.ofInstant(moment, clock.getZone());
        var last = scene.calendar().workingDays(first, post.pollDays);
        return new Posts.NewPoll(
                question(post.text),
                post.options,
                post.anonymous,
                last,
                last.isBefore(scene.calendar().today()) ? scene.totals(post) : List.of());
    }

    /** The sentence of the text that asks. */
    static String question(String text) {
        int mark = text.indexOf('?');
        int start = Math.max(
                Math.max(text.lastIndexOf(". ", mark), text.lastIndexOf(" : ", mark)), text.lastIndexOf('\n', mark));
        String question = mark < 0 ? text : text.substring(start < 0 ? 0 : start + 2, mark + 1);
        return question.strip();
    }

    /** Who leads the place keeps the post at its top. */
    private static Protagonist leader(Target target, Protagonist author) {
        return switch (target) {
            case Network network -> network == Network.ELECTED_OFFICIALS ? author : Cast.ELODIE;
            case Group group -> group.owner;
            default -> author;
        };
    }

    private List<NewAttachment> pictures(Story.Post post, long author) {
        return post.pictures.stream()
                .map(picture -> new NewAttachment(
                        upload(author, picture.name(), Purpose.PICTURE), true, picture.alternative(), false, null))
                .toList();
    }

    private void addPortraits(Villagers villagers) {
        int women = 0;
        int men = 0;
        for (var person : Cast.values()) {
            boolean woman = person.civility.equals("Mme");
            String name = switch (person) {
                case JEAN_MARC -> "portrait-jeanmarc";
                case ELODIE -> "portrait-elodie";
                case KARIM -> "portrait-karim";
                case NADEGE -> "portrait-nadege";
                case LUCIE -> "portrait-lucie";
                case DIDIER -> "portrait-didier";
                case SANDRINE -> "portrait-sandrine";
                default -> woman ? "portrait-femme-%02d".formatted(++women) : "portrait-homme-%02d".formatted(++men);
            };
            if ((woman ? women : men) <= PORTRAITS_DRAWN) {
                portrait(villagers.id(person), name);
            }
        }
        portrait(villagers.id(Elected.YVES), "portrait-yves");
    }

    private void portrait(long person, String name) {
        long file = upload(person, name, Purpose.AVATAR);
        uploads.prepareNow(file);
        as(person, () -> repository.portrait(person, file));
    }

    private long upload(long owner, String name, Purpose purpose) {
        String file = "/demo/" + name + ".jpg";
        try (InputStream content = StoryTeller.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("No picture " + file);
            }
            return uploads.receive(owner, name + ".jpg", content, purpose).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void react(Map<Long, List<Gesture>> gestures) {
        gestures.forEach((person, own) -> as(person, () -> repository.react(own)));
    }

    private static String text(String text, Instant moment, Scene scene) {
        String dated = scene.calendar().dated(text, moment);
        return MENTION.matcher(dated).replaceAll(found -> {
            var person = Cast.valueOf(found.group(1));
            return "[@%s](/annuaire/personnes/%d)"
                    .formatted(person.fullName(), scene.villagers().id(person));
        });
    }

    /** The same post always has the same key. */
    private static UUID key(Protagonist author, String words) {
        return UUID.nameUUIDFromBytes((author.staffNumber() + words).getBytes(StandardCharsets.UTF_8));
    }

    private void as(long person, Runnable work) {
        ViewerContext.run(person, () -> web.executeWithoutResult(transaction -> work.run()));
    }

    private static <T> T at(long person, Instant moment, Supplier<T> work) {
        return ClockContext.at(moment, () -> ViewerContext.as(person, work));
    }

    private record Ballot(long item, int choice) {}

    /** Everything that is known while the stories are told, and the gestures that are made at the end. */
    private record Scene(
            Villagers villagers,
            Calendar calendar,
            Map<Group, Long> groups,
            Map<String, Long> circles,
            Map<String, Long> spaces,
            Map<Long, List<Long>> members,
            Random random,
            Map<Long, List<Gesture>> gestures,
            Map<Long, List<Ballot>> votes) {

        Scene(
                Villagers villagers,
                Calendar calendar,
                Map<Group, Long> groups,
                Map<String, Long> circles,
                Map<String, Long> spaces,
                Map<Long, List<Long>> members,
                Random random) {
            this(villagers, calendar, groups, circles, spaces, members, random, new TreeMap<>(), new TreeMap<>());
        }

        long circle(Target target, StoryRepository repository) {
            if (target instanceof Group group) {
                return repository.circleOf(known(groups, group));
            }
            return known(
                    circles,
                    switch (target) {
                        case Network network ->
                            switch (network) {
                                case EVERYONE -> "everyone";
                                case AGENTS -> "agents";
                                case ELECTED_OFFICIALS -> "elected";
                            };
                        case Service service -> "unit " + service.code;
                        case Place place -> "site " + place.slug();
                        case Mission mission -> "mission " + mission.slug();
                        case Group group -> group.slug();
                    });
        }

        /** The spaces where the post stands. Elected officials do not put anything in the network's own. */
        Set<Long> places(Story.Post post) {
            var places = new LinkedHashSet<Long>();
            for (var target : post.audience) {
                switch (target) {
                    case Group group -> places.add(known(groups, group));
                    case Service service -> places.add(known(spaces, service.page()));
                    case Network network -> {
                        if (network == Network.EVERYONE) {
                            places.add(known(spaces, "tous"));
                        } else if (network == Network.AGENTS) {
                            places.add(known(spaces, "agents"));
                        }
                    }
                    case Place place -> {}
                    case Mission mission -> {}
                }
            }
            return places;
        }

        void reactTo(long item, @Nullable Long comment, List<Long> audience, int number, long author) {
            for (long person : some(audience, number)) {
                if (person != author) {
                    gestures.computeIfAbsent(person, nobody -> new ArrayList<>())
                            .add(new Gesture(item, comment, KINDS.get(random.nextInt(KINDS.size()))));
                }
            }
        }

        boolean isOpen(Story.Post post, Instant moment) {
            var first = LocalDate.ofInstant(moment, calendar.zone());
            return !calendar.workingDays(first, post.pollDays).isBefore(calendar.today());
        }

        /** Of a poll that is over: the first answer is the one that the comments speak of. */
        List<Integer> totals(Story.Post post) {
            int voters = 12 + post.thanks * 2;
            var totals = new ArrayList<Integer>();
            for (int i = 0; i < post.options.size(); i++) {
                totals.add(Math.max(
                        1,
                        voters
                                * (i == post.winner ? 60 : 30 + random.nextInt(20))
                                / 100
                                / (i == post.winner ? 1 : post.options.size())));
            }
            return totals;
        }

        void voteOn(long item, Story.Post post, List<Long> audience) {
            int favourite = random.nextInt(post.options.size());
            for (long person : some(audience, Math.max(5, audience.size() / 6))) {
                int choice = random.nextInt(5) < 2 ? favourite : random.nextInt(post.options.size());
                votes.computeIfAbsent(person, nobody -> new ArrayList<>()).add(new Ballot(item, choice));
            }
        }

        private List<Long> some(List<Long> people, int number) {
            int wanted = Math.min(number, people.size() * 2 / 3);
            if (wanted * 8 > people.size()) {
                var shuffled = new ArrayList<>(people);
                Collections.shuffle(shuffled, random);
                return List.copyOf(shuffled.subList(0, wanted));
            }
            var chosen = new LinkedHashSet<Long>();
            while (chosen.size() < wanted) {
                chosen.add(people.get(random.nextInt(people.size())));
            }
            return List.copyOf(chosen);
        }

        private static <K> long known(Map<K, Long> ids, K key) {
            Long id = ids.get(key);
            if (id == null) {
                throw new IllegalStateException("Nothing is called " + key);
            }
            return id;
        }
    }
}
