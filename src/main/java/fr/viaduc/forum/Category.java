package fr.viaduc.forum;

import fr.viaduc.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A category of the forum: who sees its topics, and who answers when nobody does.
 *
 * @param circleId whose topics they are
 * @param audience that circle, in words
 * @param heads how many people that is today
 * @param elected whether elected officials are among them
 * @param referentId the person who answers for it, null when it is a service or nobody
 * @param referentUnitId the service that answers for it
 * @param referentUnit its name
 * @param answerDays after how many days a question without an answer goes to the referent
 * @param topics how many topics are for the whole category
 * @param led whether the viewer keeps order there
 * @param answeredFor whether the viewer is its referent, or of the service that is
 */
public record Category(
        long id,
        String slug,
        String name,
        String description,
        long circleId,
        String audience,
        int heads,
        boolean elected,
        @Nullable Long referentId,
        @Nullable Long referentUnitId,
        @Nullable String referentUnit,
        @Nullable String referentUnitSlug,
        int answerDays,
        int position,
        int topics,
        boolean archived,
        boolean led,
        boolean answeredFor) {

    public String address() {
        return "/forum/rubriques/" + slug;
    }

    /** New topics are for those who see it, while it is open. */
    public boolean acceptsTopicsFrom(Viewer viewer) {
        return !archived && !viewer.preview();
    }
}
