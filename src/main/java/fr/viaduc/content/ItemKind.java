package fr.viaduc.content;

/** What an item is ("post", "article", "topic"): named by the feature that owns it. */
public record ItemKind(String name) {
    @Override
    public String toString() {
        return name;
    }
}
