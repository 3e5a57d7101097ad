package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What a feature adds under the comments of its items: gestures of its own. */
public interface CommentActs {

    ItemKind kind();

    /** Reads what these gestures need to know of the item: once, whatever the number of comments. */
    Drawing on(Viewer viewer, Item item);

    /** The gestures, comment by comment. */
    interface Drawing {

        /** What stands under that comment, or null. */
        @Nullable
        Content of(Page page, Comment comment);
    }
}
