package fr.viaduc.faq;

/**
 * A heading of the FAQ.
 *
 * @param position its place among the others, lowest first
 * @param questions how many of its questions the viewer sees
 * @param edited whether the viewer writes in it
 */
public record Category(long id, String slug, String name, String icon, int position, int questions, boolean edited) {
    public String address() {
        return "/faq?categorie=" + slug;
    }
}
