package fr.viaduc.forum;

import java.util.Arrays;

/** A list of topics: all, or those that one looks for. */
public enum Shelf {
    ALL(""),
    UNANSWERED("sans-reponse"),
    UNREAD("non-lus"),
    MINE("mes-sujets"),
    FOLLOWED("suivis"),
    /** The questions that wait for the viewer, who answers for their category. */
    TO_ANSWER("a-repondre");

    private final String word;

    Shelf(String word) {
        this.word = word;
    }

    /** Its name in addresses and message keys. */
    public String word() {
        return word;
    }

    static Shelf of(String word) {
        return Arrays.stream(values())
                .filter(shelf -> shelf.word.equals(word))
                .findFirst()
                .orElse(ALL);
    }
}
