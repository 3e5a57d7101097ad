package fr.viaduc.people;

import fr.viaduc.people.DirectoryQuery.Cursor;
import fr.viaduc.people.DirectoryQuery.Filter;
import fr.viaduc.people.DirectoryRepository.Facet;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory: one box, some filters, the people found. */
@Controller
class DirectoryController {
    private static final int PAGE = 24;
    private static final int FEW_WORDS = 5;
    private final DirectoryRepository directory;

    DirectoryController(DirectoryRepository directory) {
        this.directory = directory;
    }

    @GetMapping("/annuaire")
    String show(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "") String frame,
            Model model) {
        var query = DirectoryQuery.of(parameters);
        boolean onlyMore = frame.startsWith("suite-");
        model.addAttribute("directory", find(viewer, page, query, onlyMore));
        model.addAttribute("frame", frame);
        return onlyMore ? "people/more" : "people/directory";
    }

    private Directory find(Viewer viewer, Page page, DirectoryQuery query, boolean onlyMore) {
        List<Cursor> cursors = directory.search(viewer, query, PAGE + 1);
        boolean more = cursors.size() > PAGE;
        List<Cursor> shown = more ? cursors.subList(0, PAGE) : cursors;
        List<FoundPerson> people =
                directory.found(viewer, shown.stream().map(Cursor::id).toList());
        List<Facet> facets = onlyMore ? List.of() : named(page, directory.facets(viewer, query));
        return new Directory(
                query,
                people,
                number(facets, "total", ""),
                number(facets, "kind", "agent"),
                number(facets, "kind", "elected"),
                choices(facets),
                more(facets),
                labels(facets),
                onlyMore || query.words().isEmpty() ? List.of() : directory.places(viewer, query.words()),
                people.isEmpty() && query.filters() == 0 ? fewer(viewer, query.words()) : List.of(),
                more ? query.after(shown.getLast()) : null);
    }

    /** Kinds of means have their names in the texts. */
    private static List<Facet> named(Page page, List<Facet> facets) {
        return facets.stream()
                .map(one -> one.facet().equals(Filter.MEANS.column())
                        ? one.called(page.t("people.means." + one.value()))
                        : one)
                .toList();
    }

    private static long number(List<Facet> facets, String facet, String value) {
        return facets.stream()
                .filter(one -> one.facet().equals(facet) && one.value().equals(value))
                .mapToLong(Facet::number)
                .findFirst()
                .orElse(0);
    }

    private static Map<Filter, List<Choice>> choices(List<Facet> facets) {
        Map<Filter, List<Choice>> choices = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            choices.put(
                    filter,
                    facets.stream()
                            .filter(one -> one.facet().equals(filter.column()))
                            .map(one -> new Choice(one.value(), one.label(), one.number()))
                            .toList());
        }
        return choices;
    }

    private static Map<Filter, Long> more(List<Facet> facets) {
        Map<Filter, Long> more = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            List<Facet> own = facets.stream()
                    .filter(one -> one.facet().equals(filter.column()))
                    .toList();
            more.put(filter, own.isEmpty() ? 0 : own.getFirst().many() - own.size());
        }
        return more;
    }

    private static Map<String, String> labels(List<Facet> facets) {
        Map<String, String> labels = new HashMap<>();
        facets.forEach(one -> labels.put(one.facet() + ":" + one.value(), one.label()));
        return labels;
    }

    /** Without one of the words: what still finds somebody. */
    private List<String> fewer(Viewer viewer, String words) {
        List<String> typed =
                Pattern.compile("\\s+").splitAsStream(words).limit(FEW_WORDS).toList();
        List<String> fewer = new ArrayList<>();
        if (typed.size() > 1) {
            for (int left = 0; left < typed.size(); left++) {
                var rest = new ArrayList<>(typed);
                rest.remove(left);
                String shorter = String.join(" ", rest);
                if (directory.count(viewer, shorter) > 0) {
                    fewer.add(shorter);
                }
            }
        }
        return fewer;
    }
}
