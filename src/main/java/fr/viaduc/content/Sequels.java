package fr.viaduc.content;

import fr.viaduc.web.Page;
import java.util.List;

/** What a module offers this viewer to make of an item of another: the FAQ, a question of an answered topic. */
public interface Sequels {

    /** Where to make it, and what the link says. */
    record Sequel(String address, String label) {}

    /** None for who may not; in a constant number of statements. */
    List<Sequel> of(Page page, Item item);
}
