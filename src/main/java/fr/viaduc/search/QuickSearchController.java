package fr.viaduc.search;

import fr.viaduc.people.PersonLine;
import fr.viaduc.search.Found.Publication;
import fr.viaduc.text.Passage;
import fr.viaduc.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the box in the top bar proposes while one types. */
@RestController
class QuickSearchController {
    private static final int MOST = 8;
    private static final int PEOPLE = 4;
    private static final int OTHERS = 2;
    private static final int SHORTEST = 2;

    private final Searches searches;

    QuickSearchController(Searches searches) {
        this.searches = searches;
    }

    /** Something proposed: value is its address, detail says what it is. */
    public record Proposal(String value, String label, String detail) {}

    @GetMapping("/recherche/rapide")
    List<Proposal> propose(Page page, @RequestParam(defaultValue = "") String q) {
        String words = q.strip();
        if (words.length() < SHORTEST || words.length() > Query.LONGEST) {
            return List.of();
        }
        Found found = searches.few(page.me(), words, MOST);
        Stream<Proposal> people = found.people().stream()
                .map(person -> new Proposal(address(person), person.name(), detail(page, person)));
        Stream<Proposal> spaces = found.spaces().stream()
                .map(space -> new Proposal(space.address(), space.name(), page.t("search.space." + space.kind())));
        Stream<Proposal> places = found.places().stream()
                .map(place -> new Proposal(
                        place.address(), place.name(), joined(page.t("search.place." + place.kind()), place.where())));
        // What has a title is recognised by it: a question, an article, before what somebody said somewhere.
        Stream<Proposal> items = found.items().stream()
                .sorted(Comparator.comparing(QuickSearchController::untitled))
                .map(one -> publication(page, one));
        return shared(List.of(people.toList(), spaces.toList(), places.toList(), items.toList()));
    }

    /** People first, a few of each kind; the room that one kind leaves is for the others. */
    private static List<Proposal> shared(List<List<Proposal>> kinds) {
        int[] taken = new int[kinds.size()];
        int left = MOST;
        for (int kind = 0; kind < taken.length; kind++) {
            taken[kind] = Math.min(
                    kind == 0 ? PEOPLE : OTHERS, Math.min(left, kinds.get(kind).size()));
            left -= taken[kind];
        }
        for (int kind = 0; kind < taken.length && left > 0; kind++) {
            int more = Math.min(left, kinds.get(kind).size() - taken[kind]);
            taken[kind] += more;
            left -= more;
        }
        var proposals = new ArrayList<Proposal>();
        for (int kind = 0; kind < taken.length; kind++) {
            proposals.addAll(kinds.get(kind).subList(0, taken[kind]));
        }
        return proposals;
    }

    private static Proposal publication(Page page, Publication one) {
        String said = one.passage().parts().stream().map(Passage.Part::text).collect(Collectors.joining());
        String title = one.item().title();
        PersonLine author = one.author();
        return new Proposal(
                one.address(),
                title == null || title.isEmpty() ? page.excerpt(said, 70) : title,
                joined(one.label(), author == null ? "" : author.name()));
    }

    private static boolean untitled(Publication one) {
        String title = one.item().title();
        return title == null || title.isEmpty();
    }

    private static String address(PersonLine person) {
        return "/annuaire/personnes/" + person.id();
    }

    private static String detail(Page page, PersonLine person) {
        String what = joined(person.role(), person.where().equals(person.role()) ? "" : person.where());
        return what.isEmpty() ? page.t("search.kind.person") : what;
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
