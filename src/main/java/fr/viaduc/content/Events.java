package fr.viaduc.content;

import org.jspecify.annotations.Nullable;

/** What happens to items, recorded once inside the author's transaction; others listen after it commits. */
public final class Events {
    private Events() {}

    public record ItemPublished(long itemId, String kind, long authorId, long circleId) {}

    public record ItemEdited(long itemId, long editorId, int version) {}

    public record ItemRemoved(long itemId, long removedBy) {}

    public record CommentAdded(
            long itemId,
            long commentId,
            long authorId,
            @Nullable Long parentId) {}

    public record Mentioned(long itemId, @Nullable Long commentId, long personId, long byId) {}

    /** A reply was accepted as the answer to a question. */
    public record AnswerAccepted(long itemId, long commentId, long acceptedBy) {}

    /** A question waits for an answer; those whom it is theirs to answer are named. */
    public record QuestionWaiting(long itemId, java.util.List<Long> referents) {}

    public record Reported(long reportId) {}

    /** An item asks to be acknowledged, or asks again after a change that matters. */
    public record AcknowledgementAsked(long itemId, int version) {}

    /** Some have not acknowledged an item that is due: whom to remind is asked of the database, and written nowhere. */
    public record AcknowledgementDue(long itemId) {}

    /** An item is to be checked by those who keep it true. */
    public record ReviewDue(long itemId) {}

    /** Somebody looked for these words and found nothing; who, nobody is told. */
    public record SearchedInVain(String words) {}
}
