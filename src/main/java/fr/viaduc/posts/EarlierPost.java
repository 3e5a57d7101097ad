package fr.viaduc.posts;

import fr.viaduc.content.Revisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was a post's own before a change: kept with the revision of its item.
 *
 * @param question of its poll, empty when there was none
 * @param lastDay of its poll, as a date; null when there was none
 * @param thanked ids of the people it thanked, in order
 */
public record EarlierPost(
        String link,
        String linkTitle,
        String question,
        List<String> options,
        boolean anonymous,
        boolean several,
        @Nullable String lastDay,
        List<Long> thanked) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final EarlierPost NOTHING = new EarlierPost("", "", "", List.of(), true, false, null, List.of());

    static EarlierPost of(Post post, @Nullable LocalDate lastDay) {
        Poll poll = post.poll();
        return new EarlierPost(
                post.link() == null ? "" : post.link(),
                post.linkTitle() == null ? "" : post.linkTitle(),
                poll == null ? "" : poll.question(),
                poll == null
                        ? List.of()
                        : poll.options().stream().map(Poll.Option::label).toList(),
                poll == null || poll.anonymous(),
                poll != null && poll.several(),
                lastDay == null ? null : lastDay.toString(),
                sorted(post.thanked()));
    }

    static EarlierPost of(PostForm form) {
        boolean poll = form.hasPoll();
        return new EarlierPost(
                form.link().strip(),
                form.linkTitle().strip(),
                form.question().strip(),
                form.options().stream().map(String::strip).toList(),
                !poll || form.anonymous(),
                poll && form.several(),
                poll && form.closesOn() != null ? form.closesOn().toString() : null,
                sorted(form.thanked()));
    }

    /** What was kept with a revision; nothing of its own when the change did not concern it. */
    public static EarlierPost of(Revisions.Revision revision) {
        return revision.own() == null ? NOTHING : JSON.readValue(revision.own(), EarlierPost.class);
    }

    public boolean nothing() {
        return equals(NOTHING);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    boolean samePoll(EarlierPost other) {
        return question.equals(other.question)
                && options.equals(other.options)
                && anonymous == other.anonymous
                && several == other.several
                && java.util.Objects.equals(lastDay, other.lastDay);
    }

    private static List<Long> sorted(List<Long> ids) {
        var sorted = new ArrayList<>(ids);
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
