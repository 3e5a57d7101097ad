package fr.viaduc.faq;

import fr.viaduc.content.Card;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemCards;
import fr.viaduc.content.ItemKind;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Draws questions wherever items are listed. */
@Component
class FaqCards implements ItemCards {
    private final FaqRepository repository;
    private final Fragments fragments;

    FaqCards(FaqRepository repository, Fragments fragments) {
        this.repository = repository;
        this.fragments = fragments;
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(Question.KIND);
    }

    @Override
    public String address(Item item) {
        return Question.address(item);
    }

    @Override
    public Map<Long, Card> cards(Page page, List<Item> items) {
        Map<Long, Card> cards = new HashMap<>();
        for (Question question :
                repository.these(page.me(), items.stream().map(Item::id).toList())) {
            cards.put(
                    question.id(),
                    new Card(question.item(), fragments.of("faq/card", Map.of("page", page, "question", question))));
        }
        return cards;
    }
}
