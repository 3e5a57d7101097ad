package fr.viaduc.web;

/**
 * A place of the main navigation: each module declares its own as a bean.
 *
 * @param address of the page
 * @param icon its name in the sprite
 * @param key of its name
 * @param group under which heading it stands
 * @param rank its place in the group, lowest first
 */
public record NavEntry(String address, String icon, String key, Group group, int rank) {

    /** What is one's own and the house's, first; then what people make together. */
    public enum Group {
        MAIN,
        TOGETHER
    }
}
