package fr.viaduc.demo;

import fr.viaduc.blog.Blog;
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
        var villagers = repository.villagers();
        var circles = repository.circles();
        var members = repository.members();
        var calendar = new Calendar(clock.instant(), clock.getZone());
        Map<Long, List<StoryRepository.Gesture>> gestures = new HashMap<>();
        for (Tale tale : Tales.all()) {
            Long circle = circles.get(tale.everyone() ? "everyone" : "agents");
            if (circle == null) {
                throw new IllegalStateException("No circle for " + tale.title());
            }
            Instant moment = calendar.moment(tale.when());
            long item = publish(tale, villagers, circle, moment);
            answer(tale, item, villagers, calendar, moment, random);
            var readers = new ArrayList<>(members.getOrDefault(circle, List.of()));
            Collections.shuffle(readers, random);
            readers.stream()
                    .limit(tale.thanks())
                    .forEach(person -> gestures.computeIfAbsent(person, ignored -> new ArrayList<>())
                            .add(new StoryRepository.Gesture(item, null, random.nextInt(4) == 0 ? "bravo" : "thanks")));
        }
        gestures.forEach((person, own) ->
                ViewerContext.run(person, () -> web.executeWithoutResult(transaction -> repository.react(own))));
    }

    private long publish(Tale tale, Villagers villagers, long circle, Instant moment) {
        Viewer author = villagers.viewer(tale.author());
        Map<String, List<Long>> files = new HashMap<>();
        tale.files()
                .forEach((field, name) ->
                        files.put(field, List.of(upload(author.id(), name).id())));
        LocalDate agreed = LocalDate.ofInstant(moment, clock.getZone()).minusDays(4);
        return at(
                author.id(),
                moment,
                () -> blog.tell(
                        author,
                        new Blog.Told(
                                tale.form(),
                                tale.title(),
                                tale.lead(),
                                withPictures(tale.body(), author.id()),
                                tale.category(),
                                List.of("c" + circle),
                                tale.tags(),
                                files,
                                tale.cover(),
                                tale.caption(),
                                tale.pair().isEmpty() ? "" : tale.pair().getFirst(),
                                tale.pair().isEmpty() ? "" : tale.pair().getLast(),
                                tale.shown().stream().map(villagers::id).toList(),
                                agreed,
                                tale.form() == fr.viaduc.blog.Article.Form.ACHIEVEMENT,
                                tale.featured())));
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
