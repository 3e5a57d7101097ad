package fr.viaduc.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component on one page, live; in the demonstration only. */
@Controller
class ComponentsController {
    @GetMapping("/aide/composants")
    String show(Page page) {
        if (!page.demo()) {
            throw new NotFound();
        }
        return "help/components";
    }

    /** The picture that one of them opens large. */
    @GetMapping("/aide/composants/photo")
    String photo(Page page) {
        if (!page.demo()) {
            throw new NotFound();
        }
        return "help/photo";
    }
}
