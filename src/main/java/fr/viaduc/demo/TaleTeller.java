package fr.viaduc.demo;

import fr.viaduc.blog.Article;
import fr.viaduc.blog.Blog;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Comments;
import fr.viaduc.database.ClockContext;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.demo.Tales.Tale;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.Uploads;
import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes and publishes the articles through the services of the house, each author at their own time. */
@Component
class TaleTeller {
    private static final Pattern PICTURE = Pattern.compile("\\{\\{([a-z-]+)\\|([^|]+)\\|([^}]+)}}");
    private final StoryRepository repository;
    private final Blog blog;
    private final Comments comments;
    private final Uploads uploads;
    private final Clock clock;
    private final TransactionTemplate web;

    TaleTeller(
            StoryRepository repository,
            Blog blog,
            Comments comments,
            Uploads uploads,
            Clock clock,
            PlatformTransactionManager webTransactions) {
        this.repository = repository;
        this.blog = blog;
        this.comments = comments;
        this.uploads = uploads;
        this.clock = clock;
        this.web = new TransactionTemplate(webTransactions);
    }

    void tell(Random random) {
        var town = new Setting(
                repository.villagers(),
                repository.circles(),
                repository.units(),
                repository.sites(),
                new Calendar(clock.instant(), clock.getZone()));
        var members = repository.members();
        Map<Long, List<StoryRepository.Gesture>> gestures = new HashMap<>();
        for (Tale tale : Tales.all()) {
            Instant moment = town.calendar().moment(tale.when());
            long item = publish(tale, town, moment);
            answer(tale, item, town.villagers(), town.calendar(), moment, random);
            var readers = new ArrayList<>(members.getOrDefault(town.circle(tale), List.of()));
            Collections.shuffle(readers, random);
            readers.stream()
                    .limit(tale.thanks())
                    .forEach(person -> gestures.computeIfAbsent(person, ignored -> new ArrayList<>())
                            .add(new StoryRepository.Gesture(item, null, random.nextInt(4) == 0 ? "bravo" : "thanks")));
        }
        gestures.forEach((person, own) ->
                ViewerContext.run(person, () -> web.executeWithoutResult(transaction -> repository.react(own))));
        ViewerContext.run(
                town.villagers().id(Cast.ELODIE),
                () -> web.executeWithoutResult(transaction ->
                        repository.publishesIn("realisations", town.villagers().id(Cast.AURORE))));
        Tales.unfinished().forEach(unfinished -> prepare(unfinished, town));
    }

    /** Where the stories happen: people, circles, services and sites by their names. */
    private record Setting(
            Villagers villagers,
            Map<String, Long> circles,
            Map<String, Long> units,
            Map<String, Long> sites,
            Calendar calendar) {

        long circle(Tale tale) {
            return named(circles, tale.everyone() ? "everyone" : "agents");
        }

        static long named(Map<String, Long> numbers, String name) {
            Long number = numbers.get(name);
            if (number == null) {
                throw new IllegalStateException("Nothing is called " + name);
            }
            return number;
        }
    }

    private long publish(Tale tale, Setting town, Instant moment) {
        Viewer author = town.villagers().viewer(tale.author());
        LocalDate agreed = LocalDate.ofInstant(moment, clock.getZone()).minusDays(4);
        var told = told(tale, town, author, List.of(), AcknowledgementForm.NONE);
        return at(author.id(), moment, () -> blog.tell(author, told, agreed, tale.featured()));
    }

    /** Writes what is not read yet; a co-author corrects it, its author asks for a reading, or its day is set. */
    private void prepare(Tales.Unfinished unfinished, Setting town) {
        Tale tale = unfinished.tale();
        Viewer author = town.villagers().viewer(tale.author());
        Instant moment = town.calendar().moment(tale.when());
        Blog.Told told = told(
                tale,
                town,
                author,
                unfinished.coauthors(),
                unfinished.asks()
                        ? new AcknowledgementForm(
                                true,
                                "note",
                                town.calendar().workingDays(town.calendar().today(), 20),
                                false,
                                null)
                        : AcknowledgementForm.NONE);
        String first = unfinished.first();
        long item = at(author.id(), moment, () -> blog.begin(author, first == null ? told : withBody(told, first)));
        if (first != null) {
            Viewer other = town.villagers().viewer(unfinished.coauthors().getFirst());
            at(other.id(), moment.plus(Duration.ofMinutes(50)), () -> blog.tellAgain(other, item, told, 1));
        }
        switch (unfinished.stage()) {
            case DRAFT -> {}
            case REVIEW ->
                at(author.id(), moment.plus(Duration.ofHours(2)), () -> {
                    blog.submit(author, item);
                    return item;
                });
            case SCHEDULED ->
                at(author.id(), moment.plus(Duration.ofMinutes(20)), () -> {
                    blog.publish(author, item, morning(town.calendar().today().plusDays(3)), null);
                    return item;
                });
        }
    }

    private Instant morning(LocalDate day) {
        return day.atTime(8, 0).atZone(clock.getZone()).toInstant();
    }

    private Blog.Told told(Tale tale, Setting town, Viewer author, List<Cast> coauthors, AcknowledgementForm asked) {
        Map<String, List<Long>> files = new HashMap<>();
        tale.files()
                .forEach((field, name) ->
                        files.put(field, List.of(upload(author.id(), name).id())));
        Service service = tale.service();
        Place place = tale.place();
        return new Blog.Told(
                tale.form(),
                tale.title(),
                tale.lead(),
                withPictures(tale.body(), author.id()),
                tale.category(),
                List.of("c" + town.circle(tale)),
                tale.tags(),
                files,
                tale.cover(),
                tale.caption(),
                tale.pair().isEmpty() ? "" : tale.pair().getFirst(),
                tale.pair().isEmpty() ? "" : tale.pair().getLast(),
                service == null ? null : Setting.named(town.units(), service.code),
                place == null ? null : Setting.named(town.sites(), place.slug()),
                coauthors.stream().map(town.villagers()::id).toList(),
                tale.shown().stream().map(town.villagers()::id).toList(),
                tale.form() == Article.Form.ACHIEVEMENT,
                asked);
    }

    private static Blog.Told withBody(Blog.Told told, String body) {
        return new Blog.Told(
                told.form(),
                told.title(),
                told.lead(),
                body,
                told.category(),
                told.audience(),
                told.tags(),
                told.files(),
                told.coverAlternative(),
                told.coverCaption(),
                told.beforeAlternative(),
                told.afterAlternative(),
                told.unit(),
                told.site(),
                told.coauthors(),
                told.shown(),
                told.withContents(),
                told.asked());
    }

    private String withPictures(String body, long author) {
        return PICTURE.matcher(body).replaceAll(found -> {
            StoredFile file = upload(author, found.group(1));
            return "<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>"
                    .formatted(file.address(fr.viaduc.files.Rendition.MEDIUM), found.group(2), found.group(3));
        });
    }

    private void answer(
            Tale tale, long item, Villagers villagers, Calendar calendar, Instant published, Random random) {
        Long thread = null;
        Instant moment = published;
        for (Story.Remark remark : tale.remarks()) {
            moment = calendar.answer(moment, random);
            Viewer author = villagers.viewer(remark.author());
            Long parent = remark.reply() ? thread : null;
            long comment = at(
                    author.id(),
                    moment,
                    () -> comments.add(
                            author,
                            item,
                            parent,
                            remark.text(),
                            "",
                            List.of(),
                            UUID.nameUUIDFromBytes((tale.title() + remark.text()).getBytes(StandardCharsets.UTF_8))));
            if (parent == null) {
                thread = comment;
            }
        }
    }

    private StoredFile upload(long owner, String name) {
        String file = "/demo/" + name + ".jpg";
        try (InputStream content = TaleTeller.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("No picture " + file);
            }
            return uploads.receive(owner, name + ".jpg", content, Purpose.PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T at(long person, Instant moment, Supplier<T> work) {
        return ClockContext.at(moment, () -> ViewerContext.as(person, work));
    }
}
