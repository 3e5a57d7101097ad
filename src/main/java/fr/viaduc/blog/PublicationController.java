package fr.viaduc.blog;

import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Publier » now or on a day, « Retirer », « Mettre à la une ». */
@Controller
class PublicationController {
    private final Blog blog;
    private final Items items;
    private final People people;
    private final Clock clock;

    PublicationController(Blog blog, Items items, People people, Clock clock) {
        this.blog = blog;
        this.items = items;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/blog/{id:\\d{1,18}}/publication")
    String publish(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "08:00") String heure,
            @RequestParam(defaultValue = "") String fin,
            HttpServletResponse response) {
        Item item = items.get(viewer, id);
        String back = "redirect:" + Article.address(item);
        @Nullable Instant at;
        @Nullable Instant until;
        try {
            at = jour.isBlank() ? null : moment(LocalDate.parse(jour), LocalTime.parse(heure));
            until = fin.isBlank() ? null : moment(LocalDate.parse(fin).plusDays(1), LocalTime.MIDNIGHT);
        } catch (DateTimeException notADate) {
            Flash.say(response, "blog.refused.date");
            return back;
        }
        Instant begins = at == null ? clock.instant() : at;
        if ((at != null && at.isBefore(clock.instant())) || (until != null && !until.isAfter(begins))) {
            Flash.say(response, "blog.refused.date");
            return back;
        }
        try {
            blog.publish(viewer, id, at, until);
        } catch (Blog.NotAgreed lacking) {
            Flash.say(response, "blog.refused.rights", names(viewer, lacking));
            return back;
        } catch (Blog.OutTooLate late) {
            Flash.say(response, Article.DUE);
            return back;
        }
        Flash.say(response, at == null ? "blog.published" : "blog.scheduled");
        return back;
    }

    /** Until when it is listed, once it is out. */
    @PostMapping("/blog/{id:\\d{1,18}}/fin")
    String until(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String fin,
            HttpServletResponse response) {
        try {
            Instant until = fin.isBlank() ? null : moment(LocalDate.parse(fin).plusDays(1), LocalTime.MIDNIGHT);
            if (until == null || until.isAfter(clock.instant())) {
                blog.until(viewer, id, until);
                Flash.say(response, "blog.until.saved");
            } else {
                Flash.say(response, "blog.refused.end");
            }
        } catch (DateTimeException notADate) {
            Flash.say(response, "blog.refused.end");
        }
        return "redirect:" + Article.address(items.get(viewer, id));
    }

    @PostMapping("/blog/{id:\\d{1,18}}/archivage")
    String archive(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        blog.archive(viewer, id);
        Flash.say(response, "blog.archived");
        return "redirect:" + Article.address(items.get(viewer, id));
    }

    @PostMapping("/blog/{id:\\d{1,18}}/une")
    String feature(Viewer viewer, @PathVariable long id, @RequestParam boolean mettre, HttpServletResponse response) {
        blog.feature(viewer, id, mettre);
        Flash.say(response, mettre ? "blog.featured" : "blog.unfeatured");
        return "redirect:" + Article.address(items.get(viewer, id));
    }

    private String names(Viewer viewer, Blog.NotAgreed lacking) {
        return people.lines(viewer, lacking.people()).values().stream()
                .map(PersonLine::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Instant moment(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(clock.getZone()).toInstant();
    }
}
