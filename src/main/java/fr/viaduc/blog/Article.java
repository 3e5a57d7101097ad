package fr.viaduc.blog;

import fr.viaduc.content.Acknowledgement;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemKind;
import fr.viaduc.files.StoredFile;
import fr.viaduc.text.LongText;
import fr.viaduc.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article has besides what all items have. Its chapô is the item's excerpt.
 *
 * @param audience values of {@link fr.viaduc.content.Audience}, as they were chosen
 * @param withContents whether its headings are listed at its head
 * @param place the service and the site that it speaks of
 * @param reviewNote why it was sent back; empty when it was not
 * @param publishAt when it comes out, if it is scheduled
 * @param expiresAt when it leaves the lists, if it does by itself
 */
public record Article(
        long itemId,
        Form form,
        @Nullable Category category,
        List<String> audience,
        boolean withContents,
        @Nullable Picture cover,
        String coverCaption,
        @Nullable StoredFile video,
        @Nullable StoredFile captions,
        Place place,
        @Nullable Picture before,
        @Nullable Picture after,
        int words,
        String reviewNote,
        boolean featured,
        @Nullable Instant publishAt,
        @Nullable Instant expiresAt) {
    static final String DUE = "blog.missing.due";
    public static final ItemKind KIND = new ItemKind("article");

    /** The guided forms. */
    public enum Form {
        ARTICLE("article"),
        PORTRAIT("portrait"),
        ACHIEVEMENT("realisation");

        private final String address;

        Form(String address) {
            this.address = address;
        }

        /** As addresses call it. */
        public String address() {
            return address;
        }

        /** As the database and messages call it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Form of(String address) {
            for (Form form : values()) {
                if (form.address.equals(address)) {
                    return form;
                }
            }
            return ARTICLE;
        }

        static Form ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** A picture and what it shows; empty words: it is decorative. */
    public record Picture(StoredFile file, String alternative) {}

    /** The service and the site of what is told; names and addresses, null when not said. */
    public record Place(
            @Nullable Long unitId,
            @Nullable String unitSlug,
            @Nullable String unitName,
            @Nullable Long siteId,
            @Nullable String siteSlug,
            @Nullable String siteName) {
        static final Place NONE = new Place(null, null, null, null, null, null);
    }

    /** An article of which nothing more is known. */
    static Article plain(long itemId) {
        return new Article(
                itemId,
                Form.ARTICLE,
                null,
                List.of(),
                false,
                null,
                "",
                null,
                null,
                Place.NONE,
                null,
                null,
                0,
                "",
                false,
                null,
                null);
    }

    /** Where an article's page is. */
    public static String address(Item item) {
        return address(item.id(), item.title() == null ? "" : item.title());
    }

    static String address(long itemId, String title) {
        String slug = Slug.of(title);
        return "/blog/" + itemId + (slug.isEmpty() ? "" : "-" + slug);
    }

    /** How long it takes to read, in minutes. */
    public int minutes() {
        return LongText.minutes(words);
    }

    /** Whether the same view is shown at two dates. */
    public boolean compares() {
        return before != null
                && after != null
                && before.file().ready()
                && after.file().ready();
    }

    /** Message keys of what is still to be done before it can come out on that day. */
    public List<String> missing(Item item, LocalDate day) {
        var missing = new ArrayList<String>();
        if (category == null) {
            missing.add("blog.missing.category");
        }
        if (item.excerpt().isBlank()) {
            missing.add("blog.missing.lead");
        }
        if (words == 0) {
            missing.add("blog.missing.body");
        }
        if ((before == null) != (after == null)) {
            missing.add("blog.missing.pair");
        } else if (before != null
                && after != null
                && (before.alternative().isBlank() || after.alternative().isBlank())) {
            missing.add("blog.missing.pairAlternative");
        }
        Acknowledgement asked = item.acknowledgement();
        if (asked != null && item.publishedAt() == null && !asked.dueOn().isAfter(day)) {
            missing.add(DUE);
        }
        return missing;
    }
}
