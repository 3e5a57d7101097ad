package fr.viaduc.feed;

import fr.viaduc.content.HomePart;
import fr.viaduc.web.Page;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page. */
@Controller
class HomeController {
    private final Feeds feeds;
    private final List<HomePart> parts;

    HomeController(Feeds feeds, List<HomePart> parts) {
        this.feeds = feeds;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::rank)).toList();
    }

    @GetMapping("/")
    String home(
            Page page,
            @RequestParam(defaultValue = "tout") String fil,
            @RequestParam(required = false) @Nullable String avant,
            Model model,
            HttpServletRequest request) {
        Feed.Filter filter = Feed.Filter.of(fil);
        Feed.Listing listing = feeds.home(page, filter, avant);
        model.addAttribute("listing", listing);
        Cursor cursor = Cursor.of(avant);
        model.addAttribute("after", cursor.start() ? null : page.dates().feedDay(cursor.at()));
        String frame = request.getHeader("Turbo-Frame");
        if (avant != null && frame != null && frame.matches("suite-[\\d-]{1,40}")) {
            model.addAttribute("base", filter == Feed.Filter.ALL ? "/?" : "/?fil=" + filter.word() + "&");
            model.addAttribute("frame", frame);
            return "feed/more";
        }
        model.addAttribute("filter", filter);
        model.addAttribute("priorities", parts(page, HomePart.Area.PRIORITY));
        model.addAttribute("write", parts(page, HomePart.Area.WRITE));
        model.addAttribute("aside", parts(page, HomePart.Area.ASIDE));
        return "feed/home";
    }

    private List<Content> parts(Page page, HomePart.Area area) {
        var contents = new ArrayList<Content>();
        for (HomePart part : parts) {
            if (part.area() == area) {
                Content content = part.content(page);
                if (content != null) {
                    contents.add(content);
                }
            }
        }
        return contents;
    }
}
