package fr.viaduc.posts;

import java.util.List;

/** The values that the composer's fields show: what was sent, or the draft. */
public final class PostFields {
    private final PostForm form;
    private final String text;

    PostFields(PostForm form, String text) {
        this.form = form;
        this.text = text;
    }

    public String text() {
        return text;
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

    public String closesOn() {
        return form.closesOn() == null ? "" : form.closesOn().toString();
    }

    public boolean hasPoll() {
        return form.hasPoll();
    }

    public boolean thanks() {
        return !form.thanked().isEmpty();
    }

    public List<Long> pictures() {
        return form.pictures();
    }

    public List<Long> files() {
        return form.files();
    }

    public String returnTo() {
        return form.returnTo();
    }

    public String key() {
        return form.key().toString();
    }
}
