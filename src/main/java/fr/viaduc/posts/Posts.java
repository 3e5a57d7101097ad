package fr.viaduc.posts;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemKind;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Placements;
import fr.viaduc.content.Publishing;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The use cases of posts: publish, change. What all items share is in {@link Publishing}. */
@Service
@Transactional
public class Posts {
    /** What an item that is a post is called. */
    public static final ItemKind KIND = Post.KIND;

    static final String DRAFT = "publication";

    private final Publishing publishing;
    private final Audiences audiences;
    private final Placements placements;
    private final PostRepository posts;
    private final Acknowledgements acknowledgements;
    private final Drafts drafts;
    private final Clock clock;

    Posts(
            Publishing publishing,
            Audiences audiences,
            Placements placements,
            PostRepository posts,
            Acknowledgements acknowledgements,
            Drafts drafts,
            Clock clock) {
        this.publishing = publishing;
        this.audiences = audiences;
        this.placements = placements;
        this.posts = posts;
        this.acknowledgements = acknowledgements;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Publishes a post that has no errors, for audiences that the viewer may address.
     *
     * @return how many people may see it
     */
    int publish(Viewer viewer, PostForm form, List<Audience> chosen, AcknowledgementForm asked) {
        Audiences.Chosen audience = audiences.chosen(chosen);
        Publishing.Published published = publishing.publish(
                viewer,
                new NewItem(
                        Post.KIND,
                        null,
                        form.text(),
                        form.format(),
                        audience.circleId(),
                        audience.spaces(),
                        attachments(form),
                        true,
                        form.key()));
        if (published.isNew()) {
            posts.add(published.itemId(), form, endOf(form));
            acknowledgements.ask(viewer, published.itemId(), asked);
        }
        drafts.forget(viewer, DRAFT);
        return audience.heads();
    }

    /**
     * A question to put with a post.
     *
     * @param lastDay until whose end one may answer
     * @param totals how many gave each answer, of a poll that is told when it is over; empty otherwise
     */
    public record NewPoll(
            String question, List<String> options, boolean anonymous, LocalDate lastDay, List<Integer> totals) {}

    /**
     * Publishes a post for a circle that its caller vouches for.
     *
     * @param thanked ids of the persons whom the post thanks
     * @return the item's id
     */
    public long publish(Viewer viewer, NewItem item, @Nullable NewPoll poll, List<Long> thanked) {
        Publishing.Published published = publishing.publish(viewer, item);
        if (published.isNew()) {
            posts.add(published.itemId(), thanked);
            if (poll != null) {
                posts.addPoll(published.itemId(), poll, endOf(poll.lastDay()));
            }
        }
        return published.itemId();
    }

    /**
     * Changes a post of the viewer's: its words, files, link, thanks, its poll as long as nobody has answered it, and for
     * whom it is.
     *
     * @param form with the poll kept where it was answered: {@link #keepingPoll}
     * @param chosen for whom from now on; null when that stays
     * @param asked whether the change matters to those who acknowledged the post
     * @return whether anything changed
     * @throws PollAnswered when the poll has been answered, or has ended, meanwhile
     */
    boolean edit(
            Viewer viewer,
            Item item,
            Post post,
            PostForm form,
            @Nullable List<Audience> chosen,
            AcknowledgementEdit asked) {
        EarlierPost before = EarlierPost.of(post, lastDay(post));
        EarlierPost after = EarlierPost.of(form);
        Audiences.Chosen audience = chosen == null ? null : audiences.chosen(chosen);
        boolean changed = publishing.edit(
                viewer,
                item.id(),
                new Publishing.Change(
                        item.title(),
                        form.text(),
                        form.format(),
                        audience == null ? item.circleId() : audience.circleId(),
                        audience == null ? placements.spaces(item.id()) : audience.spaces(),
                        attachments(form),
                        before.equals(after) ? null : before.json()));
        if (!before.equals(after)) {
            change(item.id(), before, after, form, answered(post));
        }
        acknowledgements.edited(viewer, item, asked);
        return changed;
    }

    /** The form with the post's poll as it stands, if that has been answered or is over. */
    PostForm keepingPoll(Post post, PostForm form) {
        Poll poll = post.poll();
        LocalDate lastDay = lastDay(post);
        return poll == null || lastDay == null || !answered(post)
                ? form
                : form.keeping(poll, lastDay, poll.closed(clock.instant()));
    }

    private boolean answered(Post post) {
        return post.poll() != null && (post.poll().voters() > 0 || post.poll().closed(clock.instant()));
    }

    private void change(long item, EarlierPost before, EarlierPost after, PostForm form, boolean answered) {
        posts.change(item, form);
        if (answered) {
            if (!Objects.equals(before.lastDay(), after.lastDay())) {
                posts.prolong(item, endOf(form));
            }
        } else if (!before.samePoll(after)) {
            posts.replacePoll(item, form, endOf(form), !before.question().isEmpty());
        }
        if (!before.thanked().equals(after.thanked())) {
            posts.thankInstead(item, form.thanked());
        }
    }

    /** The last day of the post's poll; null when there is none. */
    @Nullable
    LocalDate lastDay(Post post) {
        return post.poll() == null
                ? null
                : LocalDate.ofInstant(post.poll().closesAt().minusSeconds(1), clock.getZone());
    }

    /** The one person of that first and last name, in either order; empty when there is none, or several. */
    @Transactional(readOnly = true)
    Optional<Long> named(Viewer viewer, String name) {
        List<Long> found = posts.named(viewer, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private Instant endOf(PostForm form) {
        return form.closesOn() == null ? clock.instant() : endOf(form.closesOn());
    }

    private static List<NewItem.NewAttachment> attachments(PostForm form) {
        var attachments = new ArrayList<NewItem.NewAttachment>();
        for (PostForm.Picture picture : form.pictures()) {
            attachments.add(new NewItem.NewAttachment(
                    picture.id(),
                    true,
                    picture.decorative() ? null : picture.alternative(),
                    picture.decorative(),
                    null));
        }
        for (long file : form.files()) {
            attachments.add(new NewItem.NewAttachment(file, false, null, false, null));
        }
        return attachments;
    }
}
