package fr.viaduc.content;

/**
 * A space in which an item is shown.
 *
 * @param led whether the viewer leads the space, and may pin there
 */
public record Placement(long itemId, long spaceId, String slug, String name, boolean pinned, boolean led) {}
