package fr.viaduc.content;

import fr.viaduc.web.Page;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What a feature puts on the home page: something not to be missed, a place to write, something beside the feed. */
public interface HomePart {

    /** Where on the page, in order. */
    enum Area {
        PRIORITY,
        WRITE,
        ASIDE
    }

    Area area();

    /** Its rank in its area, lowest first. */
    int rank();

    /** The part, or null when it has nothing to show to this viewer: nothing is left empty. */
    @Nullable
    Content content(Page page);
}
