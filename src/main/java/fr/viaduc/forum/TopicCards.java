package fr.viaduc.forum;

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

/** Draws topics wherever items are listed. */
@Component
@Transactional(readOnly = true)
class TopicCards implements ItemCards {
    private final TopicRepository topics;
    private final People people;
    private final Fragments fragments;

    TopicCards(TopicRepository topics, People people, Fragments fragments) {
        this.topics = topics;
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(Topic.KIND);
    }

    @Override
    public String address(Item item) {
        return Topic.address(item);
    }

    @Override
    public String address(Item item, long comment) {
        return Topic.replyAddress(item, comment);
    }

    @Override
    public Map<Long, Card> cards(Page page, List<Item> items) {
        Map<Long, Topic> found =
                topics.find(page.me(), items.stream().map(Item::id).toList());
        Map<Long, PersonLine> lines =
                people.lines(page.me(), items.stream().map(Item::authorId).toList());
        Map<Long, Card> cards = new HashMap<>();
        for (Item item : items) {
            Topic topic = found.get(item.id());
            if (topic != null) {
                Map<String, Object> parameters = new HashMap<>();
                parameters.put("page", page);
                parameters.put("topic", topic);
                PersonLine author = lines.get(item.authorId());
                if (author != null) {
                    parameters.put("author", author);
                }
                cards.put(item.id(), new Card(item, fragments.of("forum/card", parameters)));
            }
        }
        return cards;
    }
}
