package fr.viaduc.blog;

import fr.viaduc.content.Revisions;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a change of an article changed besides its words: kept with the revision of its item.
 *
 * @param changes the ends of message keys ("blog.change.")
 */
public record EarlierArticle(List<String> changes) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final EarlierArticle NOTHING = new EarlierArticle(List.of());

    /** What was kept with a revision; nothing when its words alone changed. */
    public static EarlierArticle of(Revisions.Revision revision) {
        return revision.own() == null ? NOTHING : JSON.readValue(revision.own(), EarlierArticle.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
