package fr.viaduc.content;

import fr.viaduc.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a gesture made at the foot of an item: the foot anew for Turbo, the item's page for others. */
@Component
class ItemFoot {
    private final Items items;
    private final Cards cards;

    ItemFoot(Items items, Cards cards) {
        this.items = items;
        this.cards = cards;
    }

    String answer(Page page, Model model, long itemId, HttpServletRequest request) {
        Item item = items.get(page.me(), itemId);
        if (!acceptsStreams(request)) {
            return "redirect:" + cards.address(item);
        }
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        return "stream:content/footReplaced";
    }

    static boolean acceptsStreams(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/vnd.turbo-stream.html");
    }
}
