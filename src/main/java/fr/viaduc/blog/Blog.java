package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Contributors;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.content.Revisions;
import fr.viaduc.content.Tags;
import fr.viaduc.text.LongText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The use cases of the blog: write with others, ask for a reading, publish, put away, restore. */
@Service
@Transactional
public class Blog {
    private final Items items;
    private final Lifecycle lifecycle;
    private final Audiences audiences;
    private final ArticleRepository articles;
    private final Contributors contributors;
    private final ImageRights rights;
    private final SavedArticles saved;
    private final Revisions revisions;
    private final Tags tags;
    private final Drafts drafts;
    private final Acknowledgements acknowledgements;
    private final Clock clock;

    Blog(
            Items items,
            Lifecycle lifecycle,
            Audiences audiences,
            ArticleRepository articles,
            Contributors contributors,
            ImageRights rights,
            SavedArticles saved,
            Revisions revisions,
            Tags tags,
            Drafts drafts,
            Acknowledgements acknowledgements,
            Clock clock) {
        this.items = items;
        this.lifecycle = lifecycle;
        this.audiences = audiences;
        this.articles = articles;
        this.contributors = contributors;
        this.rights = rights;
        this.saved = saved;
        this.revisions = revisions;
        this.tags = tags;
        this.drafts = drafts;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /** Somebody whom the article shows has not agreed to be seen. */
    public static final class NotAgreed extends RuntimeException {
        private final transient Collection<Long> people;

        NotAgreed(Collection<Long> people) {
            super("image rights", null, false, false);
            this.people = people;
        }

        /** Who; ids of persons. */
        public Collection<Long> people() {
            return people;
        }
    }

    /** It would come out after the day by which its readers are to have acknowledged it. */
    public static final class OutTooLate extends RuntimeException {
        OutTooLate() {
            super("acknowledgement", null, false, false);
        }
    }

    /** Begins a draft that has no errors, for audiences that the viewer may address; gives its item's id. */
    long begin(Viewer viewer, ArticleForm form, List<Audience> chosen) {
        Audiences.Chosen audience = audiences.chosen(chosen);
        Publishing.Published begun = lifecycle.draft(
                viewer,
                new NewItem(
                        Article.KIND,
                        form.wording().title(),
                        form.body(),
                        form.format(),
                        audience.circleId(),
                        audience.spaces(),
                        List.of(),
                        form.commentsOpen(),
                        form.key()),
                form.lead());
        if (begun.isNew()) {
            articles.add(begun.itemId(), form);
            keepRest(viewer, begun.itemId(), form);
            acknowledgements.ask(viewer, begun.itemId(), form.asking().form());
        }
        drafts.forget(viewer, draft(0));
        return begun.itemId();
    }

    /**
     * Saves a form that has no errors.
     *
     * @param chosen for whom it is from now on; null: as before
     * @return false when somebody has saved the article since it was read: nothing is changed then
     * @throws NotAgreed when a published article would show somebody who has not agreed
     */
    boolean save(Viewer viewer, long itemId, ArticleForm form, @Nullable List<Audience> chosen) {
        Item item = article(viewer, itemId);
        List<String> changes = saved.of(item).changes(form);
        String own = changes.isEmpty() ? null : new EarlierArticle(changes).json();
        if (!lifecycle.revise(viewer, itemId, form.version(), form.wording(), own)) {
            return false;
        }
        mayStayIn(form.category(), item);
        boolean asksOtherwise = changes.contains("asking");
        if (asksOtherwise) {
            // Before its public changes: what asks is not brought before people of whom it may not be asked.
            acknowledgements.forget(viewer, itemId);
        }
        if (chosen != null) {
            Audiences.Chosen audience = audiences.chosen(chosen);
            lifecycle.address(viewer, itemId, audience.circleId(), audience.spaces());
        }
        lifecycle.openComments(viewer, itemId, form.commentsOpen());
        articles.update(itemId, form);
        keepRest(viewer, itemId, form);
        if (asksOtherwise) {
            acknowledgements.ask(viewer, itemId, form.asking().form());
        }
        acknowledgements.edited(viewer, item, form.asking().change());
        drafts.forget(viewer, draft(itemId));
        return true;
    }

    /** Says that the people whom it shows, its authors and its files are those of the form. */
    private void keepRest(Viewer viewer, long itemId, ArticleForm form) {
        String body = items.get(viewer, itemId).body();
        articles.count(itemId, body);
        tags.set(itemId, form.tagNames());
        contributors.set(viewer, itemId, form.coauthors());
        if (items.get(viewer, itemId).seen()) {
            agreed(itemId, form.shown());
        }
        rights.show(viewer, itemId, form.shown());
        carry(viewer, itemId, body, form);
    }

    /** The files in its text, those of its places, and those listed under it. */
    private void carry(Viewer viewer, long itemId, String body, ArticleForm form) {
        Set<Long> inline = new LinkedHashSet<>(LongText.pictures(body));
        inline.addAll(form.several(ArticleForm.PICTURES));
        for (String place : List.of(
                ArticleForm.COVER, ArticleForm.VIDEO, ArticleForm.CAPTIONS, ArticleForm.BEFORE, ArticleForm.AFTER)) {
            Long file = form.file(place);
            if (file != null) {
                inline.add(file);
            }
        }
        lifecycle.carry(viewer, itemId, inline, form.several(ArticleForm.DOCUMENTS));
    }

    /** Nobody is added to what is already read without having agreed. */
    private void agreed(long itemId, Collection<Long> shown) {
        Set<Long> already = new LinkedHashSet<>();
        rights.of(itemId).forEach(agreement -> already.add(agreement.personId()));
        List<Long> added =
                shown.stream().filter(person -> !already.contains(person)).toList();
        if (!added.isEmpty()) {
            throw new NotAgreed(added);
        }
    }

    private void mayStayIn(@Nullable Long category, Item item) {
        Article before = articles.find(List.of(item.id())).getOrDefault(item.id(), Article.plain(item.id()));
        boolean moves = before.category() == null
                ? category != null
                : category == null || before.category().id() != category;
        boolean out = item.seen() || item.state() == Item.State.SCHEDULED;
        if (moves && out && (category == null || !articles.publishable().contains(category))) {
            throw new Forbidden();
        }
    }

    /** Asks those who publish in its category to read it. */
    public void submit(Viewer viewer, long itemId) {
        article(viewer, itemId);
        articles.note(itemId, "");
        lifecycle.submit(viewer, itemId);
    }

    /** Gives it back to its authors, and says why. */
    void giveBack(Viewer viewer, long itemId, String why) {
        article(viewer, itemId);
        articles.note(itemId, why.strip());
        lifecycle.giveBack(viewer, itemId);
    }

    /**
     * Publishes, now or at a moment to come.
     *
     * @param until when it leaves the lists by itself; null: never
     * @throws Forbidden for those who do not publish in its category, and while something is missing
     * @throws NotAgreed when it shows somebody who has not agreed
     * @throws OutTooLate when it asks to be acknowledged before that day
     */
    public void publish(Viewer viewer, long itemId, @Nullable Instant at, @Nullable Instant until) {
        Item item = article(viewer, itemId);
        Article article = articles.find(List.of(itemId)).getOrDefault(itemId, Article.plain(itemId));
        LocalDate day = LocalDate.ofInstant(at == null ? clock.instant() : at, clock.getZone());
        List<String> missing = article.missing(item, day);
        if (publishes(article) && missing.equals(List.of(Article.DUE))) {
            throw new OutTooLate();
        }
        if (!publishes(article) || !missing.isEmpty()) {
            throw new Forbidden();
        }
        List<Long> lacking =
                rights.lacking(List.of(itemId), ImageRights.Use.NETWORK).getOrDefault(itemId, List.of());
        if (!lacking.isEmpty()) {
            throw new NotAgreed(lacking);
        }
        lifecycle.publish(viewer, itemId, at, until);
    }

    /** Whether the viewer publishes in the article's category. */
    @Transactional(readOnly = true)
    boolean publishes(Article article) {
        return article.category() != null
                && articles.publishable().contains(article.category().id());
    }

    /** Until when it is listed; null: without end. For those who publish in its category. */
    void until(Viewer viewer, long itemId, @Nullable Instant end) {
        article(viewer, itemId);
        if (!publishes(articles.find(List.of(itemId)).getOrDefault(itemId, Article.plain(itemId)))) {
            throw new Forbidden();
        }
        lifecycle.until(viewer, itemId, end);
    }

    void archive(Viewer viewer, long itemId) {
        article(viewer, itemId);
        lifecycle.archive(viewer, itemId);
    }

    /** Puts it on the home page, or no longer; for those who publish in its category. */
    void feature(Viewer viewer, long itemId, boolean wanted) {
        article(viewer, itemId);
        if (viewer.preview() || !articles.feature(itemId, wanted)) {
            throw new Forbidden();
        }
    }

    /**
     * Makes an earlier state the present one; what it replaces is kept like any other.
     *
     * @param change whether that matters to those who have acknowledged the present one
     */
    boolean restore(Viewer viewer, long itemId, int earlier, int version, AcknowledgementEdit change) {
        Item item = article(viewer, itemId);
        if (!lifecycle.writes(viewer, item)) {
            throw new Forbidden();
        }
        Revisions.Revision revision = revisions.of(viewer, itemId).stream()
                .filter(one -> one.version() == earlier)
                .findFirst()
                .orElseThrow(NotFound::new);
        String title = revision.title() == null ? String.valueOf(item.title()) : revision.title();
        boolean restored = lifecycle.revise(
                viewer,
                itemId,
                version,
                new Lifecycle.Wording(title, revision.excerpt(), revision.body(), "html"),
                null);
        if (restored) {
            Item now = items.get(viewer, itemId);
            articles.count(itemId, now.body());
            carry(viewer, itemId, now.body(), saved.of(now));
            acknowledgements.edited(viewer, item, change);
        }
        return restored;
    }

    /**
     * An article told whole.
     *
     * @param category its slug
     * @param audience values of {@link Audience}
     * @param files by field of the form
     * @param unit the service that it speaks of, if any: its id
     * @param site the site that it speaks of, if any: its id
     * @param coauthors those who write it too
     * @param shown those whom it shows
     * @param asked what its readers are to acknowledge
     */
    public record Told(
            Article.Form form,
            String title,
            String lead,
            String body,
            String category,
            List<String> audience,
            String tags,
            Map<String, List<Long>> files,
            String coverAlternative,
            String coverCaption,
            String beforeAlternative,
            String afterAlternative,
            @Nullable Long unit,
            @Nullable Long site,
            List<Long> coauthors,
            List<Long> shown,
            boolean withContents,
            AcknowledgementForm asked) {}

    /** Begins a draft; gives its item's id. */
    public long begin(Viewer viewer, Told told) {
        return begin(viewer, form(told, 0), audiences.named(viewer, told.audience()));
    }

    /** Says it otherwise, over that version; what it said is kept. */
    public boolean tellAgain(Viewer viewer, long itemId, Told told, int version) {
        return save(viewer, itemId, form(told, version), null);
    }

    /**
     * Writes an article and publishes it at once, for somebody who publishes; gives its item's id.
     *
     * @param agreedOn the day on which those whom it shows signed
     * @param featured whether it stands on the home page
     */
    public long tell(Viewer viewer, Told told, LocalDate agreedOn, boolean featured) {
        long item = begin(viewer, told);
        for (long person : told.shown()) {
            rights.record(viewer, item, person, EnumSet.allOf(ImageRights.Use.class), agreedOn);
        }
        publish(viewer, item, null, null);
        if (featured) {
            feature(viewer, item, true);
        }
        return item;
    }

    private ArticleForm form(Told told, int version) {
        return new ArticleForm(
                told.form(),
                told.title(),
                told.lead(),
                told.body(),
                "",
                articles.category(told.category()).orElseThrow(NotFound::new).id(),
                told.audience(),
                told.tags(),
                told.withContents(),
                told.files(),
                told.coverAlternative(),
                told.coverCaption(),
                told.beforeAlternative(),
                told.afterAlternative(),
                told.unit(),
                told.site(),
                told.coauthors(),
                told.shown(),
                true,
                new ArticleForm.Asking(told.asked(), AcknowledgementEdit.NONE),
                version,
                UUID.nameUUIDFromBytes(told.title().getBytes(StandardCharsets.UTF_8)));
    }

    static String draft(long itemId) {
        return itemId == 0 ? "article" : "article-" + itemId;
    }

    private Item article(Viewer viewer, long itemId) {
        Item item = items.get(viewer, itemId);
        if (!item.kind().equals(Article.KIND)) {
            throw new NotFound();
        }
        return item;
    }
}
