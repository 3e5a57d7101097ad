package fr.viaduc.search;

import fr.viaduc.content.Cards;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.search.Found.Place;
import fr.viaduc.search.Found.Publication;
import fr.viaduc.search.Found.Space;
import fr.viaduc.search.Query.Cursor;
import fr.viaduc.search.Query.Tab;
import fr.viaduc.search.SearchRepository.Row;
import fr.viaduc.text.Passage;
import fr.viaduc.web.Texts;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Results as people read them: four statements, whatever is found. */
@Service
@Transactional(readOnly = true)
class Searches {
    /** How many results of one kind a page shows, and of each kind when all are shown together. */
    static final int PAGE = 20;

    private static final int FIRST = 5;

    private final SearchRepository search;
    private final Items items;
    private final Cards cards;
    private final People people;
    private final Texts texts;

    Searches(SearchRepository search, Items items, Cards cards, People people, Texts texts) {
        this.search = search;
        this.items = items;
        this.cards = cards;
        this.people = people;
        this.texts = texts;
    }

    /** The results that the query's page shows. */
    Found find(Viewer viewer, Query query) {
        Cursor after = query.after();
        boolean goesOn = after != null && query.tab() != Tab.ALL && query.tab() != Tab.PLACES;
        if (goesOn) {
            return found(
                    viewer,
                    search.find(viewer, query.words(), kinds(query.tab()), PAGE + 1, after),
                    query.tab(),
                    PAGE,
                    false);
        }
        // The other kinds are looked for too: their tabs say how many there are.
        int shown = query.tab() == Tab.ALL ? FIRST : query.tab() == Tab.PLACES ? Found.COUNTED : PAGE;
        return found(
                viewer, search.find(viewer, query.words(), kinds(Tab.ALL), shown + 1, null), query.tab(), shown, true);
    }

    /** The best few of each kind. */
    Found few(Viewer viewer, String words, int most) {
        return found(viewer, search.find(viewer, words, kinds(Tab.ALL), most, null), Tab.ALL, most, true);
    }

    private Found found(Viewer viewer, List<Row> rows, Tab tab, int most, boolean counted) {
        Map<Tab, Integer> totals = new EnumMap<>(Tab.class);
        Map<Tab, List<Row>> shown = new EnumMap<>(Tab.class);
        for (Row row : rows) {
            Tab its = tab(row.kind());
            totals.put(its, row.total());
            if (tab == Tab.ALL || tab == its) {
                shown.computeIfAbsent(its, ignored -> new ArrayList<>()).add(row);
            }
        }
        Cursor next = null;
        for (List<Row> list : shown.values()) {
            if (list.size() > most) {
                list.removeLast();
                next = tab == Tab.ALL ? null : list.getLast().cursor();
            }
        }
        List<Row> publications = shown.getOrDefault(Tab.ITEMS, List.of());
        Map<Long, Item> found = items
                .find(viewer, publications.stream().map(Row::id).toList())
                .stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
        Set<Long> named = new LinkedHashSet<>();
        shown.getOrDefault(Tab.PEOPLE, List.of()).forEach(row -> named.add(row.id()));
        found.values().forEach(item -> named.add(item.authorId()));
        Map<Long, PersonLine> lines = people.lines(viewer, named);
        return new Found(
                shown.getOrDefault(Tab.PEOPLE, List.of()).stream()
                        .map(row -> lines.get(row.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                shown.getOrDefault(Tab.SPACES, List.of()).stream()
                        .map(row -> new Space(row.ref(), row.name(), row.detail(), row.excerpt()))
                        .toList(),
                shown.getOrDefault(Tab.PLACES, List.of()).stream()
                        .map(row -> new Place(row.detail(), row.ref(), row.name(), row.excerpt()))
                        .toList(),
                publications.stream()
                        .filter(row -> found.containsKey(row.id()))
                        .map(row -> publication(viewer, row, Objects.requireNonNull(found.get(row.id())), lines))
                        .toList(),
                counted ? totals : Map.of(),
                !rows.isEmpty() && rows.stream().allMatch(Row::mended),
                next);
    }

    private Publication publication(Viewer viewer, Row row, Item item, Map<Long, PersonLine> lines) {
        String key = "search.kind." + item.kind().name();
        return new Publication(
                item,
                cards.address(item),
                lines.get(item.authorId()),
                texts.of(viewer.locale(), texts.has(key) ? key : "search.kind.item"),
                Passage.of(row.excerpt()));
    }

    private Collection<String> kinds(Tab tab) {
        return switch (tab) {
            case PEOPLE -> Set.of(SearchRepository.PERSON);
            case SPACES -> Set.of(SearchRepository.SPACE);
            case PLACES -> Set.of(SearchRepository.PLACE);
            case ITEMS -> cards.kinds();
            case ALL -> {
                Set<String> all = new LinkedHashSet<>(cards.kinds());
                all.addAll(List.of(SearchRepository.PERSON, SearchRepository.SPACE, SearchRepository.PLACE));
                yield all;
            }
        };
    }

    private static Tab tab(String kind) {
        return switch (kind) {
            case SearchRepository.PERSON -> Tab.PEOPLE;
            case SearchRepository.SPACE -> Tab.SPACES;
            case SearchRepository.PLACE -> Tab.PLACES;
            default -> Tab.ITEMS;
        };
    }
}
