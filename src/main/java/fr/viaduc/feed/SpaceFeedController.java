package fr.viaduc.feed;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed of one space: a frame of its page, or a page of its own. */
@Controller
class SpaceFeedController {
    private final Feeds feeds;
    private final JdbcClient database;

    SpaceFeedController(Feeds feeds, JdbcClient database) {
        this.feeds = feeds;
        this.database = database;
    }

    /** @param writes whether the viewer may publish there */
    private record Space(long id, String name, boolean writes) {}

    @GetMapping("/fil")
    String space(
            Viewer viewer,
            Page page,
            @RequestParam String espace,
            @RequestParam(required = false) @Nullable String avant,
            Model model,
            HttpServletRequest request) {
        Space space = database.sql("""
                        select id, name, coalesce(id = any ((select spaces.postable())::bigint[]), false) as writes
                          from spaces.space where slug = :slug
                        """)
                .param("slug", espace)
                .query((row, number) -> new Space(row.getLong("id"), row.getString("name"), row.getBoolean("writes")))
                .optional()
                .orElseThrow(NotFound::new);
        model.addAttribute("listing", feeds.space(page, space.id(), avant));
        Cursor cursor = Cursor.of(avant);
        model.addAttribute("after", cursor.start() ? null : page.dates().feedDay(cursor.at()));
        String frame = request.getHeader("Turbo-Frame");
        if (avant != null && frame != null && frame.matches("suite-[\\d-]{1,40}")) {
            model.addAttribute("base", "/fil?espace=" + espace + "&");
            model.addAttribute("frame", frame);
            return "feed/more";
        }
        model.addAttribute("slug", espace);
        model.addAttribute("name", space.name());
        model.addAttribute("id", space.id());
        model.addAttribute("writes", space.writes() && !viewer.preview());
        return "feed/space";
    }
}
