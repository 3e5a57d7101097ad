package fr.viaduc.content;

import org.jspecify.annotations.Nullable;

/**
 * Someone to publish for: a circle, or a space and its members.
 *
 * @param value how a form names it: "c12" or "s5"
 * @param circleId whose circle it is
 * @param spaceId the space in which it is then shown, null for a circle
 * @param heads how many people it has today
 * @param elected whether elected officials are among them
 * @param asks whether the viewer may ask these people to acknowledge something
 * @param group which heading it stands under: "all", "mine", "spaces", "others"
 */
public record Audience(
        String value,
        long circleId,
        @Nullable Long spaceId,
        String label,
        String kind,
        int heads,
        boolean elected,
        boolean asks,
        String group) {

    /** Whether it has to be said that officials are among them: not of those who are all officials. */
    public boolean electedToo() {
        return elected && !kind.equals("elected");
    }
}
