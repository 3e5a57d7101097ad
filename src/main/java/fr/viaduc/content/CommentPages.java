package fr.viaduc.content;

import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Comments with their authors and files, in a constant number of statements. */
@Component
@Transactional(readOnly = true)
public class CommentPages {
    /** How many first-level comments a page shows at once. */
    public static final int SIZE = 20;

    private final Comments comments;
    private final Items items;
    private final Attachments attachments;
    private final People people;
    private final Cards cards;
    private final Drafts drafts;

    CommentPages(Comments comments, Items items, Attachments attachments, People people, Cards cards, Drafts drafts) {
        this.comments = comments;
        this.items = items;
        this.attachments = attachments;
        this.people = people;
        this.cards = cards;
        this.drafts = drafts;
    }

    /**
     * A page of comments, oldest first.
     *
     * @param before the id before which earlier ones are, null when there are none
     * @param draft what the viewer was typing under the item
     */
    public record Listing(
            List<CommentView> comments, @Nullable Long before, Drafts.Draft draft) {}

    /** The last comments of an item, or those before one. */
    public Listing list(Viewer viewer, long itemId, @Nullable Long before) {
        List<Comment> flat = comments.list(viewer, itemId, before, SIZE + 1);
        List<CommentView> threads = threads(viewer, itemId, flat);
        Drafts.Draft draft = drafts.find(viewer, draftKey(itemId, null));
        if (threads.size() <= SIZE) {
            return new Listing(threads, null, draft);
        }
        List<CommentView> shown = threads.subList(threads.size() - SIZE, threads.size());
        return new Listing(shown, shown.getFirst().comment().id(), draft);
    }

    /** The draft of a comment on an item, or of a reply to a comment of it. */
    static String draftKey(long itemId, @Nullable Long parent) {
        return "commentaire-" + itemId + (parent == null ? "" : "-" + parent);
    }

    /** One comment with its replies, wherever it stands. */
    CommentView one(Viewer viewer, long itemId, long commentId) {
        Comment comment = comments.find(viewer, itemId, commentId).orElseThrow(NotFound::new);
        return threads(viewer, itemId, List.of(comment)).getFirst();
    }

    /** Answers a gesture on a comment: the comment anew for Turbo, the item's page for others. */
    String replaced(Page page, Model model, long itemId, long commentId, HttpServletRequest request) {
        Item item = items.get(page.me(), itemId);
        if (!ItemFoot.acceptsStreams(request)) {
            return "redirect:" + cards.address(item) + "#commentaire-" + commentId;
        }
        model.addAttribute("item", item);
        model.addAttribute("view", one(page.me(), itemId, commentId));
        return "stream:content/commentReplaced";
    }

    private List<CommentView> threads(Viewer viewer, long itemId, List<Comment> flat) {
        Map<Long, PersonLine> authors =
                people.lines(viewer, flat.stream().map(Comment::authorId).toList());
        Map<Long, List<Attachment>> files = new HashMap<>();
        for (Attachment file : attachments.of(List.of(itemId)).getOrDefault(itemId, List.of())) {
            if (file.commentId() != null) {
                files.computeIfAbsent(file.commentId(), ignored -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<Long, CommentView> firsts = new HashMap<>();
        List<CommentView> threads = new ArrayList<>();
        for (Comment comment : flat) {
            var view = new CommentView(
                    comment,
                    authors.get(comment.authorId()),
                    files.getOrDefault(comment.id(), List.of()),
                    new ArrayList<>());
            CommentView parent = comment.parentId() == null ? null : firsts.get(comment.parentId());
            if (parent != null) {
                parent.replies().add(view);
            } else {
                firsts.put(comment.id(), view);
                threads.add(view);
            }
        }
        return threads;
    }
}
