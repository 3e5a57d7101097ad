package fr.viaduc.forum;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comment;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Events;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of the forum: open, reply, accept, close, pin, move, join, split. What all items share is in
 * {@link Publishing} and {@link Comments}. Each throws {@link NotFound} for what the viewer may not know of, and
 * {@link Forbidden} for what they may see but not do; the database's own functions refuse as well.
 */
@Service
@Transactional
public class Forum {
    static final String DRAFT = "sujet";

    private final TopicRepository topics;
    private final CategoryRepository categories;
    private final Publishing publishing;
    private final Comments comments;
    private final Audiences audiences;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    Forum(
            TopicRepository topics,
            CategoryRepository categories,
            Publishing publishing,
            Comments comments,
            Audiences audiences,
            Drafts drafts,
            ApplicationEventPublisher events) {
        this.topics = topics;
        this.categories = categories;
        this.publishing = publishing;
        this.comments = comments;
        this.audiences = audiences;
        this.drafts = drafts;
        this.events = events;
    }

    /**
     * Opens a topic that has no errors.
     *
     * @return its item's id; sent twice under the same key, the same
     */
    public long open(Viewer viewer, TopicForm form) {
        Category category = category(viewer, form.category());
        Long narrow = narrow(viewer, category, form.narrow());
        long circle = topics.within(category.circleId(), narrow);
        Publishing.Published published = publishing.publish(
                viewer,
                new NewItem(
                        Topic.KIND,
                        form.title(),
                        form.text(),
                        form.format(),
                        circle,
                        List.of(),
                        List.of(),
                        true,
                        form.key()));
        if (published.isNew()) {
            topics.add(published.itemId(), category.id(), narrow, form.question());
            if (!form.tagNames().isEmpty()) {
                topics.tag(published.itemId(), form.tagNames());
            }
        }
        drafts.forget(viewer, DRAFT);
        return published.itemId();
    }

    /** The category in which the viewer may open a topic. */
    private Category category(Viewer viewer, @Nullable Long id) {
        Category category = id == null ? null : categories.find(viewer, id).orElse(null);
        if (category == null) {
            throw new NotFound();
        }
        if (!category.acceptsTopicsFrom(viewer)) {
            throw new Forbidden();
        }
        return category;
    }

    /** The circle to which a topic is narrowed, or null for the whole category. */
    private @Nullable Long narrow(Viewer viewer, Category category, String value) {
        if (value.isEmpty()) {
            return null;
        }
        List<Audience> named = audiences.named(viewer, List.of(value));
        if (named.size() != 1) {
            throw new Forbidden();
        }
        long circle = named.getFirst().circleId();
        return circle == category.circleId() ? null : (Long) circle;
    }

    /** Changes one's own topic: its words and its subjects. */
    public void edit(Viewer viewer, long id, TopicForm form) {
        Topic topic = get(viewer, id);
        if (!topic.item().editableBy(viewer)) {
            throw new Forbidden();
        }
        publishing.edit(viewer, id, form.title(), form.text(), form.format());
        tag(viewer, id, form.tagNames());
    }

    public void tag(Viewer viewer, long id, List<String> names) {
        allow(get(viewer, id).taggableBy(viewer) && topics.tag(id, names));
    }

    /**
     * Replies to a topic.
     *
     * @return the reply's id
     */
    public long reply(Viewer viewer, long id, String body, String format, UUID key) {
        get(viewer, id);
        long reply = comments.add(viewer, id, null, body, format, List.of(), key);
        drafts.forget(viewer, draftOf(id));
        return reply;
    }

    static String draftOf(long id) {
        return "reponse-" + id;
    }

    /** Accepts a reply as the answer, or none (null). */
    public void accept(Viewer viewer, long id, @Nullable Long reply) {
        Topic topic = get(viewer, id);
        if (reply != null) {
            if (comments.find(viewer, id, reply)
                    .filter(comment -> !comment.removed())
                    .isEmpty()) {
                throw new NotFound();
            }
        }
        allow(topic.acceptsAnswerFrom(viewer) && topics.accept(id, reply));
        if (reply != null && !reply.equals(topic.item().answerId())) {
            events.publishEvent(new Events.AnswerAccepted(id, reply, viewer.id()));
        }
    }

    public void close(Viewer viewer, long id, boolean closing) {
        Topic topic = get(viewer, id);
        if (topic.closed() != closing) {
            allow((closing ? topic.closableBy(viewer) : topic.reopenableBy(viewer)) && topics.close(id, closing));
        }
    }

    public void pin(Viewer viewer, long id, boolean pinning) {
        allow(get(viewer, id).ledBy(viewer) && topics.pin(id, pinning));
    }

    /** Puts a topic in another category, and so before other people. */
    public void move(Viewer viewer, long id, long category) {
        Topic topic = get(viewer, id);
        Category target = category(viewer, category);
        allow(topic.movableBy(viewer) && topics.move(id, target.id()));
    }

    /** Joins a topic to another one, of which it becomes a part. */
    public void merge(Viewer viewer, long id, long target) {
        Topic topic = get(viewer, id);
        Topic other = get(viewer, target);
        allow(id != target && topic.ledBy(viewer) && other.ledBy(viewer) && topics.merge(id, target));
        events.publishEvent(new Events.ItemRemoved(id, viewer.id()));
    }

    /**
     * Makes another topic of some replies, with their threads: the first becomes its text, under its author's name.
     *
     * @return the new topic's id
     */
    public long split(Viewer viewer, long id, Collection<Long> replies, String title, UUID key) {
        allow(get(viewer, id).ledBy(viewer));
        String excerpt = replies.stream()
                .sorted()
                .map(reply -> comments.find(viewer, id, reply))
                .flatMap(java.util.Optional::stream)
                .filter(comment -> !comment.removed())
                .findFirst()
                .map(Comment::body)
                .map(RichText::excerpt)
                .orElse("");
        return topics.split(id, replies, title, excerpt, key).orElseThrow(Forbidden::new);
    }

    /** Nothing that the viewer sees, in a category or in all, counts as new any more. */
    public void readAll(Viewer viewer, @Nullable Long category) {
        allow(!viewer.preview());
        topics.readAll(category);
    }

    Topic get(Viewer viewer, long id) {
        return topics.find(viewer, id).orElseThrow(NotFound::new);
    }

    private static void allow(boolean allowed) {
        if (!allowed) {
            throw new Forbidden();
        }
    }
}
