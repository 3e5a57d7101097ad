package fr.viaduc.posts;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Item;
import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** For whom a post is, and may be from now on. */
@Component
class PostAudiences {
    private final Audiences audiences;
    private final Comments comments;

    PostAudiences(Audiences audiences, Comments comments) {
        this.audiences = audiences;
        this.comments = comments;
    }

    /** The audience as it is. */
    PostAudience current(Viewer viewer, Item item) {
        List<Audience> possible = audiences.of(viewer);
        return unchanged(item, possible, audiences.current(item, possible));
    }

    /** The audience that a form names; what others wrote under the post is not opened to people they did not write for. */
    PostAudience chosen(Viewer viewer, Item item, Collection<String> values) {
        List<Audience> possible = audiences.of(viewer);
        List<Audience> current = audiences.current(item, possible);
        List<Audience> chosen = possible.stream()
                .filter(audience -> values.contains(audience.value()))
                .toList();
        boolean unknown = chosen.size() < values.stream().distinct().count();
        if (Set.copyOf(chosen).equals(Set.copyOf(current)) && !unknown) {
            return unchanged(item, possible, current);
        }
        if (chosen.isEmpty() || unknown) {
            return new PostAudience(possible, chosen, item.audience(), 0, null, "posts.error.audience");
        }
        Audiences.Difference difference = audiences.difference(item, chosen);
        boolean opensComments = difference.gained() > 0 && comments.byOthers(viewer, item.id()) > 0;
        return new PostAudience(
                possible,
                chosen,
                item.audience(),
                audiences.heads(chosen),
                difference,
                opensComments ? "posts.error.commented" : null);
    }

    private static PostAudience unchanged(Item item, List<Audience> possible, List<Audience> current) {
        return new PostAudience(possible, current, item.audience(), item.heads(), null, null);
    }
}
