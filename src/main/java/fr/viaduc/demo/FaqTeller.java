package fr.viaduc.demo;

import fr.viaduc.content.Events;
import fr.viaduc.database.ClockContext;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.faq.Faq;
import fr.viaduc.faq.QuestionForm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the FAQ through its services, each service its own answers; then people judge them, and look for what is not there. */
@Component
class FaqTeller {

    private final StoryRepository repository;
    private final Faq faq;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate web;

    FaqTeller(
            StoryRepository repository,
            Faq faq,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager webTransactions) {
        this.repository = repository;
        this.faq = faq;
        this.events = events;
        this.clock = clock;
        this.web = new TransactionTemplate(webTransactions);
    }

    void tell(Random random) {
        var villagers = repository.villagers();
        var calendar = new Calendar(clock.instant(), clock.getZone());
        Map<String, Long> circles = repository.circles();
        Map<String, Long> units = repository.units();
        List<Long> agents = repository.members().getOrDefault(circle(circles, Network.AGENTS), List.of());
        Map<Long, List<Opinion>> opinions = new HashMap<>();
        for (FaqStory.Heading heading : FaqStory.headings()) {
            long category = open(villagers, heading);
            for (FaqStory.Answer answer : heading.answers()) {
                var author = villagers.viewer(answer.author());
                var form = new QuestionForm(
                        answer.question(),
                        answer.text(),
                        "",
                        String.valueOf(category),
                        String.valueOf(units.get(answer.author().service.code)),
                        "",
                        calendar.today().plusMonths(answer.months()),
                        null,
                        UUID.nameUUIDFromBytes(answer.question().getBytes(StandardCharsets.UTF_8)));
                long question = at(
                        author.id(),
                        calendar.moment(answer.when()),
                        () -> faq.publish(author, form, circle(circles, answer.audience())));
                judge(question, answer, agents, opinions, random);
            }
        }
        opinions.forEach((person, theirs) -> ViewerContext.run(
                person,
                () -> web.executeWithoutResult(transaction ->
                        theirs.forEach(one -> faq.rate(villagers.viewer(person), one.question(), one.helped())))));
        lookInVain();
    }

    private long open(Villagers villagers, FaqStory.Heading heading) {
        var elodie = villagers.viewer(Cast.ELODIE);
        return ViewerContext.as(elodie.id(), () -> {
            long category = faq.open(heading.name(), heading.icon());
            faq.entrust(category, heading.editors().stream().map(villagers::id).toList());
            return category;
        });
    }

    private static void judge(
            long question,
            FaqStory.Answer answer,
            List<Long> agents,
            Map<Long, List<Opinion>> opinions,
            Random random) {
        var voters = new ArrayList<Long>();
        while (voters.size() < answer.yes() + answer.no()) {
            long person = agents.get(random.nextInt(agents.size()));
            if (!voters.contains(person)) {
                voters.add(person);
            }
        }
        Collections.sort(voters);
        for (int i = 0; i < voters.size(); i++) {
            opinions.computeIfAbsent(voters.get(i), nobody -> new ArrayList<>())
                    .add(new Opinion(question, i < answer.yes()));
        }
    }

    private void lookInVain() {
        Instant now = clock.instant();
        for (int i = 0; i < FaqStory.LOOKED_FOR.size(); i++) {
            String words = FaqStory.LOOKED_FOR.get(i);
            for (int times = i + 2; times > 0; times--) {
                ClockContext.at(now.minus(Duration.ofHours(5L * times)), () -> {
                    events.publishEvent(new Events.SearchedInVain(words));
                    return words;
                });
            }
        }
    }

    private static long circle(Map<String, Long> circles, Network network) {
        Long circle = circles.get(network == Network.EVERYONE ? "everyone" : "agents");
        if (circle == null) {
            throw new IllegalStateException("No circle for " + network);
        }
        return circle;
    }

    private static <T> T at(long person, Instant moment, java.util.function.Supplier<T> work) {
        return ClockContext.at(moment, () -> ViewerContext.as(person, work));
    }

    private record Opinion(long question, boolean helped) {}
}
