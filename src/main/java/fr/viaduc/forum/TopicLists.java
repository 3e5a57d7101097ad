package fr.viaduc.forum;

import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.text.Passage;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of topics as pages show them, in a constant number of statements. */
@Component
@Transactional(readOnly = true)
class TopicLists {
    static final int SIZE = 20;
    static final int ALIKE = 5;
    private static final int HELPERS = 5;

    private final TopicRepository topics;
    private final CategoryRepository categories;
    private final People people;

    TopicLists(TopicRepository topics, CategoryRepository categories, People people) {
        this.topics = topics;
        this.categories = categories;
        this.people = people;
    }

    /** A page of topics, and beside it: the categories, and who has helped lately. */
    record Shown(Listing listing, List<Category> categories, List<PersonLine> helpers, int toAnswer) {}

    Shown shown(Viewer viewer, Shelf shelf, @Nullable String category, @Nullable String tag, @Nullable String after) {
        List<Category> all = categories.all(viewer);
        Category alone = category == null
                ? null
                : all.stream()
                        .filter(one -> one.slug().equals(category))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Long id = alone == null ? null : (Long) alone.id();
        Cursor before = Cursor.of(after);
        List<TopicLine> lines = tag == null
                ? topics.list(viewer, shelf, id, before, SIZE + 1)
                : topics.tagged(viewer, tag, id, before, SIZE + 1);
        boolean goesOn = lines.size() > SIZE;
        List<TopicLine> page = goesOn ? lines.subList(0, SIZE) : lines;
        List<TopicLine> pinned = shelf == Shelf.ALL && tag == null && before.equals(Cursor.START)
                ? topics.pinned(viewer, id)
                : List.of();
        List<Long> helpers = topics.helpers(viewer, HELPERS);
        Set<Long> named = new LinkedHashSet<>(helpers);
        pinned.forEach(line -> named.add(line.authorId()));
        page.forEach(line -> named.add(line.authorId()));
        if (alone != null && alone.referentId() != null) {
            named.add(alone.referentId());
        }
        Map<Long, PersonLine> lookedUp = people.lines(viewer, named);
        return new Shown(
                new Listing(
                        shelf,
                        alone,
                        tag == null ? null : topics.tag(tag).orElse(new Tag(tag, tag)),
                        pinned,
                        page,
                        lookedUp,
                        goesOn ? Cursor.after(page.getLast()).value() : null),
                all,
                helpers.stream().map(lookedUp::get).filter(Objects::nonNull).toList(),
                all.stream().anyMatch(Category::answeredFor) ? topics.toAnswer(viewer) : 0);
    }

    /** Topics whose title says much the same, best first. */
    List<TopicLine> alike(Viewer viewer, String title, @Nullable Long except) {
        List<Long> ids = topics.similar(viewer, title, except, ALIKE);
        Map<Long, TopicLine> lines = topics.lines(viewer, ids);
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    /** What was found by words, and where the list goes on. */
    record Hits(
            List<Found> found,
            Map<Long, PersonLine> people,
            @Nullable String next) {}

    Hits search(Viewer viewer, String words, @Nullable Long category, @Nullable String after) {
        Double score = null;
        Long id = null;
        if (after != null && after.matches("-?\\d{1,6}(\\.\\d{1,20})?(E-?\\d{1,3})?_\\d{1,18}")) {
            String[] parts = after.split("_", 2);
            score = Double.valueOf(parts[0]);
            id = Long.valueOf(parts[1]);
        }
        List<TopicRepository.Hit> hits = new ArrayList<>(topics.search(viewer, words, category, SIZE + 1, score, id));
        String next = null;
        if (hits.size() > SIZE) {
            hits.removeLast();
            next = hits.getLast().score() + "_" + hits.getLast().topic();
        }
        Map<Long, TopicLine> lines = topics.lines(
                viewer, hits.stream().map(TopicRepository.Hit::topic).toList());
        List<Found> found = hits.stream()
                .filter(hit -> lines.containsKey(hit.topic()))
                .map(hit -> new Found(
                        Objects.requireNonNull(lines.get(hit.topic())), hit.reply(), Passage.of(hit.passage())))
                .toList();
        return new Hits(
                found,
                people.lines(
                        viewer,
                        found.stream().map(one -> one.topic().authorId()).toList()),
                next);
    }
}
