package fr.viaduc.content;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One picture of an item, large: in a dialog over the page, or on a page of its own. */
@Controller
class PictureController {
    private final Items items;
    private final Attachments attachments;
    private final Cards cards;

    PictureController(Items items, Attachments attachments, Cards cards) {
        this.items = items;
        this.attachments = attachments;
        this.cards = cards;
    }

    /** @param number which of the item's pictures, from 1 */
    @GetMapping("/publications/{id:\\d{1,18}}/photos/{number:\\d{1,3}}")
    String show(Viewer viewer, @PathVariable long id, @PathVariable int number, Model model) {
        Item item = items.get(viewer, id);
        List<Attachment> pictures = attachments.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(Attachment::picture)
                .toList();
        if (number < 1 || number > pictures.size()) {
            throw new NotFound();
        }
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("picture", pictures.get(number - 1));
        model.addAttribute("number", number);
        model.addAttribute("count", pictures.size());
        return "content/picture";
    }
}
