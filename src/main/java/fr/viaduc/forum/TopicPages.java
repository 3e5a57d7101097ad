package fr.viaduc.forum;

import fr.viaduc.content.Attachments;
import fr.viaduc.content.Cards;
import fr.viaduc.content.Comment;
import fr.viaduc.content.CommentPages;
import fr.viaduc.content.CommentPages.Stretch;
import fr.viaduc.content.CommentView;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Sequels;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What the page of a topic shows, in a constant number of statements. */
@Component
@Transactional(readOnly = true)
class TopicPages {
    private final CommentPages pages;
    private final Comments comments;
    private final Attachments attachments;
    private final TopicRepository topics;
    private final Drafts drafts;
    private final Items items;
    private final Cards cards;
    private final ObjectProvider<Sequels> sequels;
    private final People people;

    TopicPages(
            CommentPages pages,
            Comments comments,
            Attachments attachments,
            TopicRepository topics,
            Drafts drafts,
            Items items,
            Cards cards,
            ObjectProvider<Sequels> sequels,
            People people) {
        this.pages = pages;
        this.comments = comments;
        this.attachments = attachments;
        this.topics = topics;
        this.drafts = drafts;
        this.items = items;
        this.cards = cards;
        this.sequels = sequels;
        this.people = people;
    }

    /**
     * Fills the page.
     *
     * @param stretch the part of the discussion that is shown
     * @return the id of the last reply that the viewer will have seen
     */
    long fill(Page page, Topic topic, Stretch stretch, Model model) {
        Viewer viewer = page.me();
        Item item = topic.item();
        Long answer = item.answerId();
        CommentView accepted = answer == null ? null : pages.one(viewer, item, answer);
        Set<Long> named = new LinkedHashSet<>();
        named.add(item.authorId());
        if (topic.acceptedBy() != null) {
            named.add(topic.acceptedBy());
        }
        model.addAttribute("topic", topic);
        model.addAttribute("stretch", stretch);
        model.addAttribute("form", ReplyForm.of(drafts.find(viewer, Forum.draftOf(topic.id()))));
        model.addAttribute("accepted", accepted);
        model.addAttribute("people", people.lines(viewer, named));
        model.addAttribute("tags", topics.tags(List.of(topic.id())).getOrDefault(topic.id(), List.of()));
        model.addAttribute("attachments", attachments.of(List.of(topic.id())).getOrDefault(topic.id(), List.of()));
        model.addAttribute("related", related(viewer, topic.id()));
        model.addAttribute(
                "sequels",
                sequels.orderedStream()
                        .flatMap(module -> module.of(page, item).stream())
                        .toList());
        return stretch.after() == null ? topic.lastReply() : last(stretch, accepted);
    }

    /** The items that belong with the topic, by address. */
    private Map<String, Item> related(Viewer viewer, long id) {
        Map<String, Item> related = new LinkedHashMap<>();
        items.find(viewer, topics.related(id)).stream()
                .filter(item -> item.state() == Item.State.PUBLISHED)
                .forEach(item -> related.put(cards.address(item), item));
        return related;
    }

    private static long last(Stretch stretch, @Nullable CommentView accepted) {
        var shown = new ArrayList<>(stretch.comments());
        if (accepted != null) {
            shown.add(accepted);
        }
        return shown.stream()
                .flatMap(view ->
                        java.util.stream.Stream.concat(java.util.stream.Stream.of(view), view.replies().stream()))
                .mapToLong(view -> view.comment().id())
                .max()
                .orElse(0);
    }

    /** Somebody's words to be quoted: a reply's (its number), or the topic's own ("sujet"). */
    Quote quote(Page page, Topic topic, String what) {
        Viewer viewer = page.me();
        if (what.equals("sujet")) {
            return quote(
                    page, topic.item().authorId(), topic.address(), topic.item().body());
        }
        if (!what.matches("\\d{1,18}")) {
            throw new NotFound();
        }
        Comment reply = comments.find(viewer, topic.id(), Long.parseLong(what))
                .filter(comment -> !comment.removed())
                .orElseThrow(NotFound::new);
        return quote(page, reply.authorId(), Topic.replyAddress(topic.item(), reply.id()), reply.body());
    }

    private Quote quote(Page page, long author, String address, String body) {
        PersonLine line = people.lines(page.me(), List.of(author)).get(author);
        String name = line == null ? page.t("content.someone") : line.name();
        return Quote.of(name, page.t("forum.quote.said", name), address, Objects.requireNonNull(body));
    }
}
