package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.Locale;
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
        @Nullable String follow) {

    /** Where an item stands in its life. */
    public enum State {
        DRAFT,
        REVIEW,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED,
        REMOVED;

        /** Whether an item in this state may come to that one by an act of those who write it. */
        public boolean leadsTo(State next) {
            return switch (next) {
                case DRAFT -> this == REVIEW || this == SCHEDULED || this == ARCHIVED;
                case REVIEW -> this == DRAFT;
                case SCHEDULED -> this == DRAFT || this == REVIEW || this == SCHEDULED;
                case PUBLISHED -> this == DRAFT || this == REVIEW || this == SCHEDULED || this == ARCHIVED;
                case ARCHIVED -> this == PUBLISHED;
                case REMOVED -> this != REMOVED;
            };
        }

        /** As the database and messages call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether those for whom it is see it yet. */
    public boolean seen() {
        return state == State.PUBLISHED || state == State.ARCHIVED;
    }

    /** When it was published, or made if it is not yet. */
    public Instant at() {
        return publishedAt == null ? createdAt : publishedAt;
    }

    public boolean writtenBy(Viewer viewer) {
        return authorId == viewer.id();
    }

    /** Only its author changes it, and never in a preview. */
    public boolean editableBy(Viewer viewer) {
        return writtenBy(viewer) && state != State.REMOVED && !viewer.preview();
    }

    /** Comments are for those who see it, while they are open. */
    public boolean acceptsCommentsFrom(Viewer viewer) {
        return state == State.PUBLISHED && commentsOpen && !viewer.preview();
    }
}
