package fr.viaduc.blog;

import fr.viaduc.content.Card;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemCards;
import fr.viaduc.content.ItemKind;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws articles wherever items are listed: a picture, a title, two sentences. */
@Component
@Transactional(readOnly = true)
class ArticleCards implements ItemCards {
    private final ArticleRepository articles;
    private final People people;
    private final Fragments fragments;

    ArticleCards(ArticleRepository articles, People people, Fragments fragments) {
        this.articles = articles;
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(Article.KIND);
    }

    @Override
    public String address(Item item) {
        return Article.address(item);
    }

    @Override
    public Map<Long, Card> cards(Page page, List<Item> items) {
        Map<Long, Article> details = articles.find(items.stream().map(Item::id).toList());
        Map<Long, PersonLine> authors =
                people.lines(page.me(), items.stream().map(Item::authorId).toList());
        Map<Long, Card> cards = new HashMap<>();
        for (Item item : items) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("page", page);
            parameters.put("item", item);
            parameters.put("article", details.getOrDefault(item.id(), Article.plain(item.id())));
            PersonLine author = authors.get(item.authorId());
            if (author != null) {
                parameters.put("author", author);
            }
            cards.put(item.id(), new Card(item, fragments.of("blog/card", parameters)));
        }
        return cards;
    }
}
