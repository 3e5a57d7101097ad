package fr.viaduc.content;

import fr.viaduc.text.RichText;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Comments of an item, whatever its kind. */
@Controller
class CommentController {
    private final Comments comments;
    private final CommentPages pages;
    private final Items items;
    private final Cards cards;
    private final Drafts drafts;

    CommentController(Comments comments, CommentPages pages, Items items, Cards cards, Drafts drafts) {
        this.comments = comments;
        this.pages = pages;
        this.items = items;
        this.cards = cards;
        this.drafts = drafts;
    }

    /** Earlier comments, and the form to answer one (parent): a page of its own, or the frame that asks for them. */
    @GetMapping("/publications/{id}/commentaires")
    String list(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long avant,
            @RequestParam(required = false) @Nullable Long parent,
            Model model) {
        if (parent != null && page.frame("repondre-" + parent)) {
            reply(viewer, id, parent, model);
            return "content/replyFrame";
        }
        fill(viewer, id, avant, parent, model);
        return avant != null && page.frame("avant-" + avant) ? "content/earlier" : "content/comments";
    }

    @PostMapping("/publications/{id}/commentaires")
    ModelAndView add(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            CommentForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String error = form.error();
        if (error != null) {
            model.addAttribute("form", form);
            model.addAttribute("error", error);
            Long parent = form.parent();
            if (parent != null && page.frame("repondre-" + parent)) {
                reply(viewer, id, parent, model);
                return new ModelAndView("content/replyFrame", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            fill(viewer, id, null, parent, model);
            return new ModelAndView("content/comments", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long comment = comments.add(viewer, id, form.parent(), form.body(), form.format(), List.of(), form.key());
        drafts.forget(viewer, CommentPages.draftKey(id, form.parent()));
        Item item = items.get(viewer, id);
        if (!ItemFoot.acceptsStreams(request)) {
            Flash.say(response, "content.comment.added");
            return new ModelAndView("redirect:" + cards.address(item, comment));
        }
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("view", pages.one(viewer, item, comment));
        model.addAttribute("answered", form.parent());
        return new ModelAndView("stream:content/commentAdded", model.asMap());
    }

    @GetMapping("/publications/{id}/commentaires/{comment}/modifier")
    String edit(Viewer viewer, @PathVariable long id, @PathVariable long comment, Model model) {
        Comment edited = comments.find(viewer, id, comment).orElseThrow(NotFound::new);
        if (!edited.editableBy(viewer)) {
            throw new Forbidden();
        }
        Item item = items.get(viewer, id);
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item, comment));
        model.addAttribute("comment", edited);
        model.addAttribute("typed", RichText.typed(edited.body()));
        model.addAttribute("html", edited.body());
        return "content/commentEdit";
    }

    @PostMapping("/publications/{id}/commentaires/{comment}")
    ModelAndView save(Viewer viewer, @PathVariable long id, @PathVariable long comment, CommentForm form, Model model) {
        Item item = items.get(viewer, id);
        if (!comments.find(viewer, id, comment).orElseThrow(NotFound::new).editableBy(viewer)) {
            throw new Forbidden();
        }
        String error = form.error();
        if (error != null) {
            model.addAttribute("item", item);
            model.addAttribute("address", cards.address(item, comment));
            model.addAttribute("comment", comments.find(viewer, id, comment).orElseThrow(NotFound::new));
            model.addAttribute("typed", form.typed());
            model.addAttribute("html", form.html());
            model.addAttribute("error", error);
            return new ModelAndView("content/commentEdit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        comments.edit(viewer, id, comment, form.body(), form.format());
        return new ModelAndView("redirect:" + cards.address(item, comment));
    }

    @PostMapping("/publications/{id}/commentaires/{comment}/suppression")
    String remove(Viewer viewer, @PathVariable long id, @PathVariable long comment) {
        comments.remove(viewer, id, comment);
        return "redirect:" + cards.address(items.get(viewer, id)) + "#commentaires";
    }

    private void fill(Viewer viewer, long id, @Nullable Long before, @Nullable Long parent, Model model) {
        Item item = items.get(viewer, id);
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("listing", pages.list(viewer, item, before));
        if (parent != null) {
            model.addAttribute("parent", comments.find(viewer, id, parent).orElseThrow(NotFound::new));
        }
    }

    private void reply(Viewer viewer, long id, long parent, Model model) {
        model.addAttribute("item", items.get(viewer, id));
        model.addAttribute("parent", comments.find(viewer, id, parent).orElseThrow(NotFound::new));
        model.addAttribute("draft", drafts.find(viewer, CommentPages.draftKey(id, parent)));
    }
}
