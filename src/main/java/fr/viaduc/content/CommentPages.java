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
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<CommentActs> acts;
    private final CommentRepository repository;

    CommentPages(
            Comments comments,
            Items items,
            Attachments attachments,
            People people,
            Cards cards,
            Drafts drafts,
            ObjectProvider<CommentActs> acts,
            CommentRepository repository) {
        this.comments = comments;
        this.items = items;
        this.attachments = attachments;
        this.people = people;
        this.cards = cards;
        this.drafts = drafts;
        this.acts = acts;
        this.repository = repository;
    }

    /**
     * A page of comments, oldest first.
     *
     * @param before the id before which earlier ones are, null when there are none
     * @param draft what the viewer was typing under the item
     */
    public record Listing(
            List<CommentView> comments, @Nullable Long before, Drafts.Draft draft) {}

    /**
     * A stretch of a discussion that is read from its beginning.
     *
     * @param before the comment before which earlier ones are, null when there are none
     * @param after the comment with which the next stretch begins, null when this is the last
     */
    public record Stretch(
            List<CommentView> comments,
            @Nullable Long before,
            @Nullable Long after) {}

    /** The discussion from the thread of that comment on (null: from its beginning). */
    public Stretch from(Viewer viewer, Item item, @Nullable Long start) {
        List<CommentView> threads = threads(viewer, item, repository.from(viewer, item.id(), start, SIZE + 1));
        boolean goesOn = threads.size() > SIZE;
        List<CommentView> shown = goesOn ? threads.subList(0, SIZE) : threads;
        Long first = shown.isEmpty() ? null : shown.getFirst().comment().id();
        return new Stretch(
                shown,
                start != null && first != null && repository.isAfterOthers(item.id(), first) ? first : null,
                goesOn ? (Long) threads.getLast().comment().id() : null);
    }

    /** The end of the discussion before that comment (null: its very end). */
    public Stretch until(Viewer viewer, Item item, @Nullable Long end) {
        List<CommentView> threads = threads(viewer, item, repository.until(viewer, item.id(), end, SIZE + 1));
        boolean more = threads.size() > SIZE;
        List<CommentView> shown = more ? threads.subList(1, threads.size()) : threads;
        return new Stretch(shown, more ? (Long) shown.getFirst().comment().id() : null, end);
    }

    /** The last comments of an item, or those before one. */
    public Listing list(Viewer viewer, Item item, @Nullable Long before) {
        List<Comment> flat = comments.list(viewer, item.id(), before, SIZE + 1);
        List<CommentView> threads = threads(viewer, item, flat);
        Drafts.Draft draft = drafts.find(viewer, draftKey(item.id(), null));
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
    public CommentView one(Viewer viewer, Item item, long commentId) {
        return threads(viewer, item, repository.thread(viewer, item.id(), commentId)).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Answers a gesture on a comment: the comment anew for Turbo, the item's page for others. */
    String replaced(Page page, Model model, long itemId, long commentId, HttpServletRequest request) {
        Item item = items.get(page.me(), itemId);
        if (!ItemFoot.acceptsStreams(request)) {
            return "redirect:" + cards.address(item, commentId);
        }
        model.addAttribute("item", item);
        model.addAttribute("view", one(page.me(), item, commentId));
        return "stream:content/commentReplaced";
    }

    private List<CommentView> threads(Viewer viewer, Item item, List<Comment> flat) {
        CommentActs.Drawing drawing = acts.stream()
                .filter(feature -> feature.kind().equals(item.kind()))
                .findFirst()
                .map(feature -> feature.on(viewer, item))
                .orElse(null);
        Map<Long, PersonLine> authors =
                people.lines(viewer, flat.stream().map(Comment::authorId).toList());
        Map<Long, List<Attachment>> files =
                attachments.ofComments(flat.stream().map(Comment::id).toList());
        Map<Long, CommentView> firsts = new HashMap<>();
        List<CommentView> threads = new ArrayList<>();
        for (Comment comment : flat) {
            var view = new CommentView(
                    comment,
                    authors.get(comment.authorId()),
                    files.getOrDefault(comment.id(), List.of()),
                    new ArrayList<>(),
                    drawing);
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
