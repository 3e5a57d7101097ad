package fr.viaduc.blog;

import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Item;
import fr.viaduc.content.Revisions;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final SavedArticles saved;
    private final Revisions revisions;
    private final Acknowledgements acknowledgements;
    private final Comments comments;
    private final Drafts drafts;
    private final StoredFiles files;
    private final People people;

    ArticleDesk(
            ArticleRepository articles,
            Audiences audiences,
            SavedArticles saved,
            Revisions revisions,
            Acknowledgements acknowledgements,
            Comments comments,
            Drafts drafts,
            StoredFiles files,
            People people) {
        this.articles = articles;
        this.audiences = audiences;
        this.saved = saved;
        this.revisions = revisions;
        this.acknowledgements = acknowledgements;
        this.comments = comments;
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

    /** Whether others have commented it, for the readers that it has, and these audiences would bring it more. */
    boolean opensComments(Viewer viewer, Item item, List<Audience> chosen) {
        return item.seen()
                && comments.byOthers(viewer, item.id()) > 0
                && audiences.difference(item, chosen).gained() > 0;
    }

    /** Who has saved the article since, and what differs from what was sent. */
    ArticleFields.Conflict conflict(Viewer viewer, Item theirs, ArticleForm mine) {
        Optional<Revisions.Revision> last =
                revisions.of(viewer, theirs.id()).stream().findFirst();
        long editor = last.map(Revisions.Revision::editorId).orElse(theirs.authorId());
        PersonLine by = people.lines(viewer, List.of(editor)).get(editor);
        return new ArticleFields.Conflict(
                by == null ? "" : by.name(),
                last.map(Revisions.Revision::at).orElse(theirs.at()),
                Differences.between(
                        Differences.whole(
                                String.valueOf(theirs.title()),
                                theirs.excerpt(),
                                LongText.clean(theirs.body(), LongText.Pictures.NONE)),
                        Differences.whole(
                                mine.title(),
                                mine.lead(),
                                LongText.fromForm(mine.body(), mine.format(), LongText.Pictures.NONE))),
                saved.of(theirs).changes(mine));
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
        model.addAttribute("asks", possible.stream().anyMatch(Audience::asks) && asks(viewer, item));
        model.addAttribute("categories", articles.categories());
        model.addAttribute("units", articles.units());
        model.addAttribute("sites", articles.sites());
    }

    /** Whether the viewer says what it asks: whoever writes it, until it is out. */
    boolean asks(Viewer viewer, @Nullable Item item) {
        return item == null || (item.publishedAt() == null && acknowledgements.issues(viewer, item.id()));
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
}
