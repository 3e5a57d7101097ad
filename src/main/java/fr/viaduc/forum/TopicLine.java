package fr.viaduc.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic in a list.
 *
 * @param replies how many replies it has
 * @param activeAt when something was last said
 * @param unread whether there is something in it that the viewer has not seen; old topics count as read
 * @param referred whether it waits for the category's referent
 */
public record TopicLine(
        long id,
        String title,
        long authorId,
        Topic.@Nullable Place category,
        Instant publishedAt,
        Instant activeAt,
        int replies,
        boolean question,
        boolean resolved,
        boolean waiting,
        boolean closed,
        boolean pinned,
        boolean muted,
        boolean unread,
        boolean referred) {

    public String address() {
        return Topic.address(id, title);
    }

    /** Straight to what the viewer has not seen yet. */
    public String unreadAddress() {
        return address() + "?vers=non-lu";
    }

    /** What its arch shows. */
    public String icon() {
        return pinned ? "pin" : resolved ? "check" : question ? "circle-question-mark" : "messages-square";
    }

    public String kind() {
        return pinned ? "accent" : resolved ? "done" : closed || muted ? "quiet" : "";
    }
}
