package fr.viaduc.people;

import fr.viaduc.people.Place.Asset;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of services, sites, communes and missions: who, where, with what. */
@Controller
class PlaceController {
    private static final int PAGE = 30;
    private final PlaceRepository places;

    PlaceController(PlaceRepository places) {
        this.places = places;
    }

    @GetMapping("/services/{slug}")
    String unit(Viewer viewer, @PathVariable String slug, Model model) {
        model.addAttribute("unit", places.unit(viewer, slug).orElseThrow(NotFound::new));
        return "people/unit";
    }

    @GetMapping("/sites/{slug}")
    String site(Viewer viewer, @PathVariable String slug, Model model) {
        model.addAttribute("site", places.site(viewer, slug).orElseThrow(NotFound::new));
        return "people/site";
    }

    @GetMapping("/communes")
    String communes(Viewer viewer, @RequestParam(name = "vue", defaultValue = "") String view, Model model) {
        model.addAttribute("communes", places.communes(viewer));
        model.addAttribute("tiles", view.equals("tuiles"));
        return "people/communes";
    }

    /** A delegated commune leads to the commune it belongs to. */
    @GetMapping("/communes/{insee:[0-9AB]{5}}")
    String commune(Viewer viewer, @PathVariable String insee, Model model) {
        var commune = places.commune(viewer, insee).orElseThrow(NotFound::new);
        if (!commune.insee().equals(insee)) {
            return "redirect:/communes/" + commune.insee();
        }
        model.addAttribute("commune", commune);
        return "people/commune";
    }

    @GetMapping("/missions/{slug}")
    String mission(Viewer viewer, @PathVariable String slug, Model model) {
        model.addAttribute("mission", places.mission(viewer, slug).orElseThrow(NotFound::new));
        return "people/mission";
    }

    @GetMapping("/moyens")
    String means(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "nature", defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(name = "apres", defaultValue = "0") long after,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "") String frame,
            Model model) {
        List<Asset> found = places.means(viewer, q.strip(), kind, site, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Asset> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("means", shown);
        model.addAttribute("sites", frame.startsWith("suite-") ? List.of() : places.sitesOfMeans(viewer));
        model.addAttribute("q", q.strip());
        model.addAttribute("kind", kind);
        model.addAttribute("site", site);
        model.addAttribute("next", more ? next(q.strip(), kind, site, shown.getLast()) : null);
        model.addAttribute("frame", frame);
        return frame.startsWith("suite-") ? "people/meansMore" : "people/means";
    }

    private static String next(String words, String kind, String site, Asset last) {
        return "/moyens?q=%s&nature=%s&site=%s&apres=%d"
                .formatted(encoded(words), encoded(kind), encoded(site), last.id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @GetMapping("/annuaire/organigramme")
    String chart(Viewer viewer, @RequestParam(name = "service", required = false) @Nullable Long top, Model model) {
        model.addAttribute("chart", Chart.of(places.chart(viewer, top, Chart.DEPTH), top));
        return "people/chart";
    }
}
