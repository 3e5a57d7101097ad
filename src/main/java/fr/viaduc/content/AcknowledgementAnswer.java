package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers the gesture: the place where it was made anew for Turbo, the item's page for others. */
@Component
class AcknowledgementAnswer {
    private final Items items;
    private final Cards cards;

    AcknowledgementAnswer(Items items, Cards cards) {
        this.items = items;
        this.cards = cards;
    }

    /**
     * Says the word of that key.
     *
     * @param undo whether it may be taken back from there
     */
    String with(
            Page page,
            long itemId,
            String said,
            boolean undo,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Item item = items.get(page.me(), itemId);
        var asked = item.acknowledgement();
        if (asked == null) {
            throw new NotFound();
        }
        if (!ItemFoot.acceptsStreams(request)) {
            Flash.say(response, said);
            return "redirect:" + cards.address(item);
        }
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("said", said);
        model.addAttribute("undo", undo && asked.revocable(page.dates().now()));
        return "stream:content/acknowledged";
    }

    String itsPage(Viewer viewer, long itemId) {
        return "redirect:" + cards.address(items.get(viewer, itemId));
    }
}
