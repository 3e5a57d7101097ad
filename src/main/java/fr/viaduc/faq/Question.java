package fr.viaduc.faq;

import fr.viaduc.content.Item;
import fr.viaduc.content.ItemKind;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A question and its answer: the item's title and body.
 *
 * @param unit the service that keeps the answer true
 * @param position its place in its category
 * @param editable whether the viewer may change it
 */
public record Question(
        Item item,
        long categoryId,
        String categorySlug,
        String categoryName,
        long unitId,
        String unit,
        String unitSlug,
        int position,
        LocalDate verifiedOn,
        LocalDate reviewBy,
        boolean editable) {
    public static final ItemKind KIND = new ItemKind("question");
    private static final int SLUG = 60;

    public long id() {
        return item.id();
    }

    public String title() {
        String title = item.title();
        return title == null ? item.excerpt() : title;
    }

    public String address() {
        return address(item);
    }

    /** Whether the day by which it was to be checked has passed: readers are told. */
    public boolean outdated(LocalDate today) {
        return reviewBy.isBefore(today);
    }

    static String address(Item item) {
        String slug = slug(item.title() == null ? "" : item.title());
        return "/faq/" + item.id() + (slug.isEmpty() ? "" : "-" + slug);
    }

    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= SLUG
                ? plain
                : plain.substring(0, SLUG).replaceAll("-[^-]*$", "").replaceAll("-$", "");
    }
}
