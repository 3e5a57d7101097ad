package fr.viaduc.posts;

import fr.viaduc.text.RichText;
import fr.viaduc.web.Choice;
import fr.viaduc.web.UploadedFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that the composer's fields show: what was sent, or the draft. */
public final class PostFields {
    private static final int USUAL_DAYS = 7;
    private final PostForm form;
    private final List<UploadedFile> pictures;
    private final List<UploadedFile> files;
    private final List<Choice> thanked;

    PostFields(PostForm form, List<UploadedFile> pictures, List<UploadedFile> files, List<Choice> thanked) {
        this.form = form;
        this.pictures = pictures;
        this.files = files;
        this.thanked = thanked;
    }

    /** The text as one types it without scripts. */
    public String text() {
        return form.format().equals("html") ? RichText.typed(RichText.clean(form.text())) : form.text();
    }

    /** The text for the editor; null when it was typed without one. */
    public @Nullable String html() {
        return form.format().equals("html") ? RichText.clean(form.text()) : null;
    }

    public String link() {
        return form.link();
    }

    public String linkTitle() {
        return form.linkTitle();
    }

    public String question() {
        return form.question();
    }

    /** The nth answer of the poll, from 0; empty when there is none. */
    public String option(int number) {
        return number < form.options().size() ? form.options().get(number) : "";
    }

    public boolean anonymous() {
        return form.anonymous();
    }

    public boolean several() {
        return form.several();
    }

    /** The poll's last day; a week from today until one is chosen. */
    public String closesOn(LocalDate today) {
        LocalDate chosen = form.closesOn();
        return chosen == null ? today.plusDays(USUAL_DAYS).toString() : chosen.toString();
    }

    public boolean hasPoll() {
        return form.hasPoll();
    }

    public List<Choice> thanked() {
        return thanked;
    }

    /** The names that were typed and not picked. */
    public String thankedNames() {
        return String.join(", ", form.thankedNames());
    }

    public List<UploadedFile> pictures() {
        return pictures;
    }

    /** The name of the picture whose field this is; empty when it is another field. */
    public String pictureName(String field) {
        return pictures.stream()
                .filter(picture -> field.equals("photos-" + picture.id()))
                .map(UploadedFile::name)
                .findFirst()
                .orElse("");
    }

    public List<UploadedFile> files() {
        return files;
    }

    public String returnTo() {
        return form.returnTo();
    }

    public String key() {
        return form.key().toString();
    }
}
