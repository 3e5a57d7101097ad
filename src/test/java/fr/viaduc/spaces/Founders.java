package fr.viaduc.spaces;

import fr.viaduc.testing.Town;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.function.Supplier;

/** Aurore, Karim, Léa, and Élise who is elected: they open groups, enter and leave them. */
final class Founders {
    private final Town town;
    private final Spaces spaces;

    final Viewer aurore;
    final Viewer karim;
    final Viewer lea;
    final Viewer elise;

    Founders(Town town, Spaces spaces) {
        this.town = town;
        this.spaces = spaces;
        aurore = town.viewer(town.agent("Aurore", "Demange"));
        karim = town.viewer(town.agent("Karim", "Benali"));
        lea = town.viewer(town.agent("Léa", "Petit"));
        elise = town.viewer(town.elected("Élise", "Garnier", null));
    }

    String open(Viewer viewer, String name, String access) {
        return as(viewer, () -> spaces.open(viewer, new NewSpaceForm(name, "", "group", access, false, true, null)));
    }

    Space.Part join(Viewer viewer, String slug) {
        return as(viewer, () -> spaces.join(viewer, slug, null));
    }

    Space space(Viewer viewer, String slug) {
        return as(viewer, () -> spaces.known(viewer, slug));
    }

    long id(Viewer viewer, String slug) {
        return space(viewer, slug).id();
    }

    static SettingsForm settings(Space space, String access, boolean elected, boolean history) {
        return new SettingsForm(space.name(), "", "", "", 1, access, elected, history, false, false, false, null);
    }

    long item(long author, long circle) {
        return town.as(author, () -> town.read(author, """
            insert into content.item (kind, author_id, circle_id, state, published_at)
            values ('post', ?, ?, 'published', now()) returning id
            """, author, circle).getFirst());
    }

    List<Long> items(Viewer viewer) {
        return town.read(viewer.id(), "select id from content.item");
    }

    String ref(long circle) {
        return town.database()
                .sql("select ref from circles.circle where id = ?")
                .param(circle)
                .query(String.class)
                .single();
    }

    String label(long circle) {
        return town.web()
                .sql("select label from circles.circle where id = ?")
                .param(circle)
                .query(String.class)
                .single();
    }

    <T> T as(Viewer viewer, Supplier<T> work) {
        return town.as(viewer.id(), work);
    }

    void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }
}
