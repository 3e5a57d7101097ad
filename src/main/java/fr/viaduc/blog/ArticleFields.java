package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.files.StoredFile;
import fr.viaduc.text.Differences;
import fr.viaduc.text.LongText;
import fr.viaduc.web.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the fields of an article's form show: what is saved, what was typed, or what was sent. */
public final class ArticleFields {
    private final ArticleForm form;
    private final Map<Long, StoredFile> files;
    private final List<Choice> coauthors;
    private final List<Choice> shown;

    ArticleFields(ArticleForm form, Map<Long, StoredFile> files, List<Choice> coauthors, List<Choice> shown) {
        this.form = form;
        this.files = files;
        this.coauthors = coauthors;
        this.shown = shown;
    }

    /**
     * Somebody has saved since one began.
     *
     * @param lines what differs between their words and one's own
     * @param changes what else differs, as the ends of message keys ("blog.change.")
     */
    public record Conflict(String by, Instant at, List<Differences.Line> lines, List<String> changes) {}

    public Article.Form form() {
        return form.form();
    }

    public String title() {
        return form.title();
    }

    public String lead() {
        return form.lead();
    }

    /** HTML, its blocks apart, in which Markdown may be typed; or what was typed. */
    public String body() {
        return form.format().equals("html") ? LongText.typed(form.body()) : form.body();
    }

    public String category() {
        return form.category() == null ? "" : form.category().toString();
    }

    public String tags() {
        return form.tags();
    }

    public boolean withContents() {
        return form.withContents();
    }

    public String coverAlternative() {
        return form.coverAlternative();
    }

    public String coverCaption() {
        return form.coverCaption();
    }

    public String beforeAlternative() {
        return form.beforeAlternative();
    }

    public String afterAlternative() {
        return form.afterAlternative();
    }

    public String unit() {
        return form.unit() == null ? "" : form.unit().toString();
    }

    public String site() {
        return form.site() == null ? "" : form.site().toString();
    }

    public List<Choice> coauthors() {
        return coauthors;
    }

    public List<Choice> shown() {
        return shown;
    }

    public boolean commentsOpen() {
        return form.commentsOpen();
    }

    public AcknowledgementForm asked() {
        return form.asking().form();
    }

    public AcknowledgementEdit change() {
        return form.asking().change();
    }

    public int version() {
        return form.version();
    }

    public String key() {
        return form.key().toString();
    }

    /** The file of a place that holds one; null when there is none. */
    public @Nullable StoredFile file(String field) {
        Long id = form.file(field);
        return id == null ? null : files.get(id);
    }

    /** The files of a place that holds several. */
    public List<StoredFile> several(String field) {
        return form.several(field).stream()
                .map(files::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
