package fr.viaduc.posts;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Publishing;
import fr.viaduc.content.Revisions;
import fr.viaduc.people.People;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import fr.viaduc.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing, taking away, and what a post was before. */
@Controller
class PostEditController {
    private final Items items;
    private final Publishing publishing;
    private final Acknowledgements acknowledgements;
    private final Revisions revisions;
    private final People people;

    PostEditController(
            Items items,
            Publishing publishing,
            Acknowledgements acknowledgements,
            Revisions revisions, People people) {
        this.items = items;
        this.publishing = publishing;
        this.acknowledgements = acknowledgements;
        this.revisions = revisions;
        this.people = people;
    }

    @GetMapping("/publications/{id}/modifier")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Item item = items.get(viewer, id);
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        model.addAttribute("item", item);
        model.addAttribute("typed", RichText.typed(item.body()));
        model.addAttribute("html", item.body());
        return "posts/edit";
    }

    @PostMapping("/publications/{id:\\d{1,18}}")
    ModelAndView save(
            Viewer viewer,
            Page page,
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String texteFormat,
            Model model,
            HttpServletResponse response) {
        Item item = items.get(viewer, id);
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        if (texte.length() > PostForm.LONGEST) {
            model.addAttribute("item", item);
            model.addAttribute("typed", texte);
            model.addAttribute("error", "posts.error.long");
            return new ModelAndView("posts/edit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        AcknowledgementEdit change = AcknowledgementEdit.of(request, item);
        var errors = change.errors(page.dates().today());
        if (!errors.isEmpty()) {
            model.addAttribute("item", item);
            model.addAttribute("typed", texteFormat.equals("html") ? "" : texte);
            model.addAttribute("html", texteFormat.equals("html") ? RichText.clean(texte) : null);
            model.addAttribute("reach", change.reach());
            model.addAttribute("day", change.day());
            model.addAttribute("errors", errors);
            return new ModelAndView("posts/edit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (RichText.isBlank(RichText.fromForm(texte, texteFormat)) && !RichText.isBlank(item.body())) {
            model.addAttribute("item", item);
            model.addAttribute("typed", "");
            model.addAttribute("error", "posts.error.blank");
            return new ModelAndView("posts/edit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        publishing.edit(viewer, id, item.title(), texte, texteFormat);
        acknowledgements.edited(viewer, item, change);
        Flash.say(response, "posts.edited");
        return new ModelAndView("redirect:/publications/" + id);
    }

    @GetMapping("/publications/{id}/versions")
    String versions(Viewer viewer, @PathVariable long id, Model model) {
        Item item = items.get(viewer, id);
        List<Revisions.Revision> earlier = revisions.of(viewer, id);
        model.addAttribute("item", item);
        model.addAttribute("revisions", earlier);
        model.addAttribute(
                "people",
                people.lines(
                        viewer,
                        earlier.stream().map(Revisions.Revision::editorId).toList()));
        return "posts/versions";
    }

    @PostMapping("/publications/{id}/suppression")
    String remove(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        publishing.remove(viewer, id);
        Flash.say(response, "posts.removed");
        return "redirect:/";
    }
}
