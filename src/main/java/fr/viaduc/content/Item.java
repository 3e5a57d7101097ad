package fr.viaduc.content;

import fr.viaduc.text.Typography;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all that people publish has in common, as one viewer sees it.
 *
 * @param audience who may see it, in words
 * @param heads how many people that is today
 * @param forElected whether elected officials are among them
 * @param body sanitised HTML
 * @param version counts from 1
 * @param answerId the comment that was accepted as its answer, null when none was
 * @param reaction the viewer's own reaction, null when none
 * @param follow "following", "muted" or null, the viewer's own
 * @param acknowledgement what it asks its readers to acknowledge, null when nothing
 */
public record Item(
        long id,
        ItemKind kind,
        long authorId,
        long circleId,
        String audience,
        int heads,
        boolean forElected,
        State state,
        @Nullable String title,
        String body,
        String excerpt,
        int version,
        boolean commentsOpen,
        int commentCount,
        int reactionCount,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable Long answerId,
        @Nullable String reaction,
        boolean bookmarked,
        @Nullable String follow,
        @Nullable Acknowledgement acknowledgement) {

    private static final int HEADLINE = 110;
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.{8,}?[.!?…])(?=\\s|$)");

    /** Where an item stands in its life. */
    public enum State {
        DRAFT,
        REVIEW,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED,
        REMOVED
    }

    /** When it was published, or made if it is not yet. */
    public Instant at() {
        return publishedAt == null ? createdAt : publishedAt;
    }

    /** Its title; without one, its first sentence, or the beginning of it. */
    public String headline() {
        return headline(title, excerpt);
    }

    static String headline(@Nullable String title, String excerpt) {
        if (title != null && !title.isBlank()) {
            return title;
        }
        var sentence = FIRST_SENTENCE.matcher(excerpt);
        String first = sentence.find() ? sentence.group(1) : excerpt;
        if (first.length() > HEADLINE) {
            int space = first.lastIndexOf(' ', HEADLINE - 1);
            first = first.substring(0, space > HEADLINE / 2 ? space : HEADLINE - 1) + "…";
        }
        // Plain text has lost the spaces that do not break.
        return Typography.of(first);
    }

    public boolean writtenBy(Viewer viewer) {
        return authorId == viewer.id();
    }

    /** Only its author changes it, and never in a preview. */
    public boolean editableBy(Viewer viewer) {
        return writtenBy(viewer) && state != State.REMOVED && !viewer.preview();
    }

    /** Whether the viewer is asked to acknowledge it and has not yet. */
    public boolean awaits(Viewer viewer) {
        return acknowledgement != null && !acknowledgement.done() && state == State.PUBLISHED && !writtenBy(viewer);
    }

    /** Comments are for those who see it, while they are open. */
    public boolean acceptsCommentsFrom(Viewer viewer) {
        return state == State.PUBLISHED && commentsOpen && !viewer.preview();
    }
}
