package fr.viaduc.blog;

import fr.viaduc.content.Attachment;
import fr.viaduc.content.Attachments;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Contributors;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.Item;
import fr.viaduc.content.Revisions;
import fr.viaduc.content.Tags;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.text.Differences;
import fr.viaduc.text.LongText;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Lays out the form of an article: what is saved, what was typed and not saved, what was refused. */
@Component
@Transactional(readOnly = true)
class ArticleDesk {
    private final ArticleRepository articles;
    private final Audiences audiences;
    private final Attachments attachments;
    private final Contributors contributors;
    private final ImageRights rights;
    private final Revisions revisions;
    private final Tags tags;
    private final Drafts drafts;
    private final StoredFiles files;
    private final People people;

    ArticleDesk(
            ArticleRepository articles,
            Audiences audiences,
            Attachments attachments,
            Contributors contributors,
            ImageRights rights,
            Revisions revisions,
            Tags tags,
            Drafts drafts,
            StoredFiles files,
            People people) {
        this.articles = articles;
        this.audiences = audiences;
        this.attachments = attachments;
        this.contributors = contributors;
        this.rights = rights;
        this.revisions = revisions;
        this.tags = tags;
        this.drafts = drafts;
        this.files = files;
        this.people = people;
    }

    /** The form of a new article of that form. */
    ArticleForm blank(Viewer viewer, Article.Form form) {
        List<String> usual = audiences.of(viewer).stream()
                .filter(audience -> audience.kind().equals("agents"))
                .findFirst()
                .or(() -> audiences.of(viewer).stream().findFirst())
                .map(audience -> List.of(audience.value()))
                .orElse(List.of());
        String slug = switch (form) {
            case ARTICLE -> "";
            case PORTRAIT -> "portraits-de-metier";
            case ACHIEVEMENT -> "realisations";
        };
        return ArticleForm.blank(
                form, usual, articles.category(slug).map(Category::id).orElse(null));
    }

    /** What is saved of an article. */
    ArticleForm saved(Item item) {
        long id = item.id();
        Article article = articles.find(List.of(id)).getOrDefault(id, Article.plain(id));
        List<Attachment> carried = attachments.of(List.of(id)).getOrDefault(id, List.of());
        Map<String, List<Long>> places = new LinkedHashMap<>();
        put(
                places,
                ArticleForm.COVER,
                article.cover() == null ? null : article.cover().file());
        put(places, ArticleForm.VIDEO, article.video());
        put(places, ArticleForm.CAPTIONS, article.captions());
        put(
                places,
                ArticleForm.BEFORE,
                article.before() == null ? null : article.before().file());
        put(
                places,
                ArticleForm.AFTER,
                article.after() == null ? null : article.after().file());
        places.put(
                ArticleForm.DOCUMENTS,
                carried.stream()
                        .filter(file -> file.commentId() == null && !file.inline())
                        .map(file -> file.file().id())
                        .toList());
        Set<Long> placed = places.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        places.put(
                ArticleForm.PICTURES,
                carried.stream()
                        .filter(file -> file.commentId() == null
                                && file.inline()
                                && file.file().picture())
                        .map(file -> file.file().id())
                        .filter(file -> !placed.contains(file))
                        .toList());
        return new ArticleForm(
                article.form(),
                item.title() == null ? "" : item.title(),
                item.excerpt(),
                item.body(),
                "html",
                article.category() == null ? null : article.category().id(),
                article.audience(),
                tags.of(List.of(id)).getOrDefault(id, List.of()).stream()
                        .map(Tags.Tag::name)
                        .collect(Collectors.joining(", ")),
                article.withContents(),
                places,
                article.cover() == null ? "" : article.cover().alternative(),
                article.coverCaption(),
                article.before() == null ? "" : article.before().alternative(),
                article.after() == null ? "" : article.after().alternative(),
                article.place().unitId(),
                article.place().siteId(),
                contributors.of(List.of(id)).getOrDefault(id, List.of()),
                rights.of(id).stream().map(ImageRights.Agreement::personId).toList(),
                item.commentsOpen(),
                item.version(),
                UUID.randomUUID());
    }

    /** What the viewer typed since and did not save; null when there is nothing. */
    @Nullable
    ArticleForm unsaved(Viewer viewer, long itemId, ArticleForm saved) {
        Drafts.Draft draft = drafts.find(viewer, Blog.draft(itemId));
        if (draft.isEmpty()) {
            return null;
        }
        ArticleForm typed = ArticleForm.of(draft);
        return typed.sameAs(saved) || typed.version() > saved.version() ? null : typed;
    }

    /** Whether an article stays for whom it was: somebody who may not address them themselves may still correct it. */
    boolean sameAudience(@Nullable Item item, ArticleForm form) {
        return item != null
                && Set.copyOf(articles.find(List.of(item.id()))
                                .getOrDefault(item.id(), Article.plain(item.id()))
                                .audience())
                        .equals(Set.copyOf(form.audience()));
    }

    /** Who has saved the article since, and what differs from what was sent. */
    ArticleFields.Conflict conflict(Viewer viewer, Item theirs, ArticleForm mine) {
        Revisions.Revision last = revisions.of(viewer, theirs.id()).getFirst();
        PersonLine by = people.lines(viewer, List.of(last.editorId())).get(last.editorId());
        return new ArticleFields.Conflict(
                by == null ? "" : by.name(),
                last.at(),
                Differences.between(
                        Differences.whole(
                                String.valueOf(theirs.title()),
                                theirs.excerpt(),
                                LongText.clean(theirs.body(), LongText.Pictures.NONE)),
                        Differences.whole(
                                mine.title(),
                                mine.lead(),
                                LongText.fromForm(mine.body(), mine.format(), LongText.Pictures.NONE))));
    }

    /** Fills the model of "blog/write". */
    void lay(
            Viewer viewer,
            Model model,
            @Nullable Item item,
            ArticleForm form,
            Map<String, String> errors,
            ArticleFields.@Nullable Conflict conflict,
            boolean resumed) {
        List<Audience> possible = audiences.of(viewer);
        List<Audience> chosen = possible.stream()
                .filter(audience -> form.audience().contains(audience.value()))
                .toList();
        Set<Long> ids = new LinkedHashSet<>();
        form.files().values().forEach(ids::addAll);
        Map<Long, StoredFile> stored = new HashMap<>();
        files.find(ids).forEach(file -> stored.put(file.id(), file));
        Set<Long> named = new LinkedHashSet<>(form.coauthors());
        named.addAll(form.shown());
        Map<Long, PersonLine> lines = people.lines(viewer, named);
        model.addAttribute("item", item);
        model.addAttribute(
                "fields",
                new ArticleFields(form, stored, choices(form.coauthors(), lines), choices(form.shown(), lines)));
        model.addAttribute("errors", errors);
        model.addAttribute("conflict", conflict);
        model.addAttribute("resumed", resumed);
        model.addAttribute(
                "kept",
                form.audience().stream()
                        .filter(value -> possible.stream()
                                .noneMatch(audience -> audience.value().equals(value)))
                        .toList());
        model.addAttribute("audiences", possible);
        model.addAttribute("chosen", chosen);
        model.addAttribute("heads", chosen.isEmpty() ? 0 : audiences.heads(chosen));
        model.addAttribute("categories", articles.categories());
        model.addAttribute("units", articles.units());
        model.addAttribute("sites", articles.sites());
    }

    private static List<Choice> choices(List<Long> ids, Map<Long, PersonLine> lines) {
        var choices = new ArrayList<Choice>();
        for (long id : ids) {
            PersonLine line = lines.get(id);
            if (line != null) {
                choices.add(new Choice(String.valueOf(id), line.name()));
            }
        }
        return choices;
    }

    private static void put(Map<String, List<Long>> places, String field, @Nullable StoredFile file) {
        places.put(field, file == null ? List.of() : List.of(file.id()));
    }
}
