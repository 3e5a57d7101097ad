package fr.viaduc.faq;

import fr.viaduc.content.Item;
import fr.viaduc.content.Sequels;
import fr.viaduc.web.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** An accepted answer becomes a question of the FAQ in one click, for those who write there. */
@Component
class FaqSequels implements Sequels {
    private final FaqRepository repository;

    FaqSequels(FaqRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Sequel> of(Page page, Item item) {
        return item.answerId() != null && Faq.writes(page.me(), repository.categories())
                ? List.of(new Sequel("/faq/nouvelle?depuis=" + item.id(), page.t("faq.ofTopic")))
                : List.of();
    }
}
