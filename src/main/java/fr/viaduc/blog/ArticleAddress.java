package fr.viaduc.blog;

/** « /blog/42-karim-4-h-30 »: the number counts, the words are for the reader. */
final class ArticleAddress {
    /** The path variable "address" of an article. */
    static final String PATH = "/blog/{address:\\d{1,18}(?:-[a-z0-9-]*)?}";

    private ArticleAddress() {}

    static long id(String address) {
        int dash = address.indexOf('-');
        return Long.parseLong(dash < 0 ? address : address.substring(0, dash));
    }
}
