package fr.viaduc.posts;

import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Card;
import fr.viaduc.content.Cards;
import fr.viaduc.content.CommentPages;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A post on its own page, and the form to write one. */
@Controller
class PostController {
    private final Items items;
    private final Cards cards;
    private final PostCards postCards;
    private final CommentPages comments;
    private final Posts posts;
    private final Composer composer;
    private final Audiences audiences;
    private final PostReception reception;
    private final Clock clock;

    PostController(
            Items items,
            Cards cards,
            PostCards postCards,
            CommentPages comments,
            Posts posts,
            Composer composer,
            Audiences audiences,
            PostReception reception,
            Clock clock) {
        this.items = items;
        this.cards = cards;
        this.postCards = postCards;
        this.comments = comments;
        this.posts = posts;
        this.composer = composer;
        this.audiences = audiences;
        this.reception = reception;
        this.clock = clock;
    }

    @GetMapping("/publications/{id:\\d{1,18}}")
    String show(Viewer viewer, Page page, @PathVariable long id, Model model) {
        Item item = items.find(viewer, id).orElse(null);
        if (item == null) {
            model.addAttribute("removal", items.removal(viewer, id).orElseThrow(NotFound::new));
            return "content/removed";
        }
        if (!item.kind().equals(Post.KIND)) {
            return "redirect:" + cards.address(item);
        }
        Card card = postCards.cards(page, List.of(item), true).get(id);
        if (card == null) {
            throw new NotFound();
        }
        model.addAttribute("card", card);
        model.addAttribute("item", item);
        model.addAttribute("listing", comments.list(viewer, item, null));
        return "posts/post";
    }

    @GetMapping("/publier")
    String write(
            Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> audience,
            @RequestParam(defaultValue = "") String retour,
            Model model) {
        model.addAttribute("composer", composer.blank(page, audience, retour));
        return "posts/write";
    }

    /** How many people some audiences hold together: shown beside the button before anything is published. */
    @GetMapping("/publier/audience")
    String count(Viewer viewer, @RequestParam(defaultValue = "") List<String> audience, Model model) {
        List<Audience> chosen = audiences.named(viewer, audience);
        model.addAttribute("chosen", chosen);
        model.addAttribute("heads", chosen.isEmpty() ? 0 : audiences.heads(chosen));
        return "posts/audience";
    }

    @PostMapping("/publications")
    ModelAndView publish(
            Viewer viewer, Page page, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        PostForm form = reception.receive(page, request, errors, refused);
        AcknowledgementForm asked = AcknowledgementForm.of(PostReception.typed(request));
        List<Audience> chosen = audiences.named(viewer, form.audience());
        form.errors(LocalDate.now(clock)).forEach(errors::putIfAbsent);
        if (chosen.size() < form.audience().stream().distinct().count()) {
            errors.put("audience", "posts.error.audience");
        }
        errors.putAll(asked.errors(LocalDate.now(clock)));
        if (asked.wanted() && !chosen.stream().allMatch(Audience::asks)) {
            errors.put("confirmation", "content.acknowledgement.error.audience");
        }
        if (!errors.isEmpty() || !refused.isEmpty()) {
            model.addAttribute("composer", composer.again(page, form, asked, errors, refused));
            return new ModelAndView("posts/write", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int heads = posts.publish(viewer, form, chosen, asked);
        Flash.say(response, heads == 1 ? "posts.published.one" : "posts.published", page.number(heads));
        return new ModelAndView(
                form.returnTo().matches("[a-z0-9-]{1,100}") ? "redirect:/espaces/" + form.returnTo() : "redirect:/");
    }
}
