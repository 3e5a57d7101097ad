package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Attachment;
import fr.viaduc.content.Attachments;
import fr.viaduc.content.Contributors;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.Item;
import fr.viaduc.content.Tags;
import fr.viaduc.files.StoredFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is saved of an article, as its form would send it. */
@Component
@Transactional(readOnly = true)
class SavedArticles {
    private final ArticleRepository articles;
    private final Attachments attachments;
    private final Contributors contributors;
    private final ImageRights rights;
    private final Tags tags;

    SavedArticles(
            ArticleRepository articles,
            Attachments attachments,
            Contributors contributors,
            ImageRights rights,
            Tags tags) {
        this.articles = articles;
        this.attachments = attachments;
        this.contributors = contributors;
        this.rights = rights;
        this.tags = tags;
    }

    ArticleForm of(Item item) {
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
                        .filter(file -> !file.inline())
                        .map(file -> file.file().id())
                        .toList());
        Set<Long> placed = places.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        places.put(
                ArticleForm.PICTURES,
                carried.stream()
                        .filter(file -> file.inline() && file.file().picture())
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
                new ArticleForm.Asking(AcknowledgementForm.of(item.acknowledgement()), AcknowledgementEdit.NONE),
                item.version(),
                UUID.randomUUID());
    }

    private static void put(Map<String, List<Long>> places, String field, @Nullable StoredFile file) {
        places.put(field, file == null ? List.of() : List.of(file.id()));
    }
}
