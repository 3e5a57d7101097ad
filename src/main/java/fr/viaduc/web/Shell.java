package fr.viaduc.web;

import java.util.List;

/** What surrounds a signed-in page and depends on the viewer: their spaces. */
public record Shell(List<Space> spaces) {
    public static final Shell EMPTY = new Shell(List.of());

    /** A space in the navigation. */
    public record Space(String slug, String name, int tint) {}

    /** Gives the viewer's shell in one statement. */
    @FunctionalInterface
    public interface Source {
        Shell of(Viewer viewer);
    }
}
