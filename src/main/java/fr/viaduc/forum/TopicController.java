package fr.viaduc.forum;

import fr.viaduc.content.CommentPages;
import fr.viaduc.content.CommentPages.Stretch;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A topic on its own page. */
@Controller
class TopicController {
    private final TopicRepository topics;
    private final TopicPages pages;
    private final CommentPages comments;
    private final Readings readings;

    TopicController(TopicRepository topics, TopicPages pages, CommentPages comments, Readings readings) {
        this.topics = topics;
        this.pages = pages;
        this.comments = comments;
        this.readings = readings;
    }

    /** Where to begin: at a reply, before one, at the end ("fin"), or at what is new ("non-lu"). */
    record Position(
            @Nullable Long reponse,
            @Nullable Long avant,
            @Nullable String vers,
            @Nullable String citer) {}

    @GetMapping({"/forum/{id:\\d{1,18}}", "/forum/{id:\\d{1,18}}-{slug}"})
    String show(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            Position position,
            Model model,
            HttpServletRequest request) {
        Optional<Topic> found = topics.find(viewer, id);
        if (found.isEmpty()) {
            return "redirect:"
                    + topics.joinedTo(viewer, id)
                            .flatMap(target -> topics.find(viewer, target))
                            .map(Topic::address)
                            .orElseThrow(NotFound::new);
        }
        Topic topic = found.get();
        if (!request.getRequestURI().equals(topic.address())) {
            return "redirect:" + topic.address()
                    + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        }
        String elsewhere = elsewhere(viewer, topic, position);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        long seen = pages.fill(page, topic, stretch(viewer, topic, position), model);
        if (position.citer() != null && topic.item().acceptsCommentsFrom(viewer)) {
            model.addAttribute("quote", pages.quote(page, topic, position.citer()));
        }
        readings.note(viewer, topic, seen);
        return "forum/topic";
    }

    /** The address of what is asked for when it is elsewhere: a reply that went to another topic, the first unread one. */
    private @Nullable String elsewhere(Viewer viewer, Topic topic, Position position) {
        if ("non-lu".equals(position.vers())) {
            Long seen = topic.seen();
            return (seen == null ? Optional.<Long>empty() : topics.firstUnread(viewer, topic.id(), seen))
                    .map(reply -> Topic.replyAddress(topic.item(), reply))
                    .orElse(topic.address());
        }
        if (position.reponse() == null) {
            return null;
        }
        long reply = position.reponse();
        Optional<Long> its = topics.topicOf(viewer, reply);
        if (its.isPresent() && its.get() == topic.id()) {
            return null;
        }
        return its.flatMap(id -> topics.find(viewer, id))
                .map(other -> Topic.replyAddress(other.item(), reply))
                .orElse(topic.address());
    }

    private Stretch stretch(Viewer viewer, Topic topic, Position position) {
        if ("fin".equals(position.vers())) {
            return comments.until(viewer, topic.item(), null);
        }
        return position.avant() != null
                ? comments.until(viewer, topic.item(), position.avant())
                : comments.from(viewer, topic.item(), position.reponse());
    }
}
