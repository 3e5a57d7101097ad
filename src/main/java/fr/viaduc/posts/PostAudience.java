package fr.viaduc.posts;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a post would be once it is saved, and what that changes.
 *
 * @param possible for whom its author may publish
 * @param chosen among these; empty when the audience stays although its author could not choose it (any more)
 * @param before for whom it is, in words
 * @param heads how many people would see it
 * @param difference how many people gain and lose it; null when the audience stays
 * @param error the key of what forbids this choice, or null
 */
public record PostAudience(
        List<Audience> possible,
        List<Audience> chosen,
        String before,
        int heads,
        Audiences.@Nullable Difference difference,
        @Nullable String error) {

    public boolean changes() {
        return difference != null;
    }

    /** How the form names these audiences. */
    List<String> values() {
        return chosen.stream().map(Audience::value).toList();
    }

    /** What the form sends back, so that nothing is saved but what its author was told. */
    public String announcement() {
        return difference == null
                ? ""
                : String.join(",", values()) + ":" + difference.gained() + ":" + difference.lost();
    }

    /** Whether the author was told of this change; one that changes nothing for anybody need not be told. */
    boolean announcedBy(String announcement) {
        return difference == null || difference.none() || announcement.equals(announcement());
    }
}
