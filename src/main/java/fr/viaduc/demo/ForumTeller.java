package fr.viaduc.demo;

import fr.viaduc.database.ClockContext;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.demo.ForumStory.Heading;
import fr.viaduc.demo.ForumStory.Reply;
import fr.viaduc.demo.ForumStory.Topic;
import fr.viaduc.demo.StoryRepository.Gesture;
import fr.viaduc.forum.Categories;
import fr.viaduc.forum.CategoryForm;
import fr.viaduc.forum.Forum;
import fr.viaduc.forum.TopicForm;
import fr.viaduc.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the forum and tells what was asked and answered in it, each person at their own time. */
@Component
class ForumTeller {

    private static final int ALL_HAVE_READ = 6;

    private final StoryRepository repository;
    private final Forum forum;
    private final Categories categories;
    private final Clock clock;
    private final TransactionTemplate web;

    ForumTeller(
            StoryRepository repository,
            Forum forum,
            Categories categories,
            Clock clock,
            PlatformTransactionManager webTransactions) {
        this.repository = repository;
        this.forum = forum;
        this.categories = categories;
        this.clock = clock;
        this.web = new TransactionTemplate(webTransactions);
    }

    void tell(Random random) {
        var villagers = repository.villagers();
        var calendar = new Calendar(clock.instant(), clock.getZone());
        var members = repository.members();
        Map<String, Long> circles = repository.circles();
        Map<Heading, Long> headings = open(villagers, circles);
        Map<Long, List<Gesture>> gestures = new TreeMap<>();
        ForumStory.topics().stream()
                .sorted(Comparator.comparing(topic -> calendar.moment(topic.when)))
                .forEach(topic -> {
                    Long category = headings.get(topic.heading);
                    Long circle = circles.get(circle(topic.heading.audience));
                    if (category == null || circle == null) {
                        throw new IllegalStateException("No category " + topic.heading);
                    }
                    var audience = members.getOrDefault(circle, List.of());
                    tell(topic, category, audience, villagers, calendar, random, gestures);
                });
        gestures.forEach((person, own) ->
                ViewerContext.run(person, () -> web.executeWithoutResult(transaction -> repository.react(own))));
        repository.referQuestions();
    }

    private Map<Heading, Long> open(Villagers villagers, Map<String, Long> circles) {
        Viewer administrator = villagers.viewer(Cast.MATHIEU);
        var services = repository.units();
        var headings = new EnumMap<Heading, Long>(Heading.class);
        for (Heading heading : Heading.values()) {
            Long circle = circles.get(circle(heading.audience));
            if (circle == null) {
                throw new IllegalStateException("Nothing is called " + heading.audience);
            }
            Long referent = heading.referent == null ? null : (Long) villagers.id(heading.referent);
            Long service = heading.service == null ? null : services.get(heading.service.code);
            var form = new CategoryForm(
                    heading.title, heading.description, "", referent, "", service, heading.days, heading.rank);
            headings.put(heading, as(administrator.id(), () -> categories.open(administrator, form, circle)));
        }
        return headings;
    }

    private void tell(
            Topic topic,
            long category,
            List<Long> audience,
            Villagers villagers,
            Calendar calendar,
            Random random,
            Map<Long, List<Gesture>> gestures) {
        var author = villagers.viewer(topic.author);
        Instant moment = calendar.moment(topic.when);
        var form = new TopicForm(
                topic.title,
                category,
                topic.text,
                "",
                topic.question,
                "",
                String.join(", ", topic.subjects),
                key(topic.title + topic.when));
        long item = at(author.id(), moment, () -> forum.open(author, form));
        var replies = new ArrayList<Long>();
        Instant last = moment;
        for (Reply reply : topic.replies) {
            last = calendar.answer(last, random);
            var who = villagers.viewer(reply.author());
            String text = text(item, topic, reply, replies);
            replies.add(at(who.id(), last, () -> forum.reply(who, item, text, "", key(topic.title + reply.text()))));
        }
        if (topic.answer >= 0) {
            as(author.id(), () -> {
                forum.accept(author, item, replies.get(topic.answer));
                return item;
            });
        }
        Viewer moderator = villagers.viewer(Cast.ELODIE);
        if (topic.pinned) {
            as(moderator.id(), () -> {
                forum.pin(moderator, item, true);
                return item;
            });
        }
        if (topic.closed) {
            as(author.id(), () -> {
                forum.close(author, item, true);
                return item;
            });
        }
        some(audience, topic.thanks, random).stream()
                .filter(person -> person != author.id())
                .forEach(person -> gestures.computeIfAbsent(person, nobody -> new ArrayList<>())
                        .add(new Gesture(item, null, "thanks")));
        var readers = new ArrayList<>(some(audience, 20 + topic.thanks * 3, random));
        if (Integer.parseInt(topic.when.split(" ", 2)[0]) > ALL_HAVE_READ) {
            List.of(
                            Cast.JEAN_MARC,
                            Cast.ELODIE,
                            Cast.CHRISTELLE,
                            Cast.MATHIEU,
                            Cast.AURORE,
                            Elected.HELENE,
                            Elected.YVES)
                    .stream()
                    .map(villagers::id)
                    .filter(audience::contains)
                    .forEach(readers::add);
        }
        repository.haveRead(item, replies.isEmpty() ? 0 : replies.getLast(), readers);
    }

    /** The words of a reply, with those that it quotes, whose they are and where they stand. */
    private static String text(long item, Topic topic, Reply reply, List<Long> told) {
        if (reply.quoted() < 0) {
            return reply.text();
        }
        long quoted = told.get(reply.quoted());
        return "> [%s](/forum/%d?reponse=%d#commentaire-%d) a écrit\u00a0:\n>\n> %s\n\n%s"
                .formatted(
                        topic.replies.get(reply.quoted()).author().fullName(),
                        item,
                        quoted,
                        quoted,
                        reply.words(),
                        reply.text());
    }

    private static List<Long> some(List<Long> people, int number, Random random) {
        var chosen = new java.util.LinkedHashSet<Long>();
        int wanted = Math.min(number, people.size() / 2);
        while (chosen.size() < wanted) {
            chosen.add(people.get(random.nextInt(people.size())));
        }
        return List.copyOf(chosen);
    }

    private static String circle(Network network) {
        return switch (network) {
            case EVERYONE -> "everyone";
            case AGENTS -> "agents";
            case ELECTED_OFFICIALS -> "elected";
        };
    }

    private static UUID key(String words) {
        return UUID.nameUUIDFromBytes(("forum " + words).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T as(long person, Supplier<T> work) {
        return ViewerContext.as(person, work);
    }

    private static <T> T at(long person, Instant moment, Supplier<T> work) {
        return ClockContext.at(moment, () -> ViewerContext.as(person, work));
    }
}
