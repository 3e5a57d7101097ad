package fr.viaduc.spaces;

/**
 * A space in one line: enough to name it anywhere.
 *
 * @param circleId its members
 * @param memberCount how many are members today
 * @param elected whether elected officials may be members
 */
public record SpaceLine(
        long id,
        String slug,
        String name,
        Space.Kind kind,
        Space.Access access,
        int tint,
        long circleId,
        int memberCount,
        boolean elected) {

    public String address() {
        return "/espaces/" + slug;
    }
}
