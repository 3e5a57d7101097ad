package fr.viaduc.posts;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Card;
import fr.viaduc.content.Cards;
import fr.viaduc.content.CommentPages;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
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
    private final Uploads uploads;
    private final Clock clock;

    PostController(
            Items items,
            Cards cards,
            PostCards postCards,
            CommentPages comments,
            Posts posts,
            Composer composer,
            Audiences audiences,
            Uploads uploads,
            Clock clock) {
        this.items = items;
        this.cards = cards;
        this.postCards = postCards;
        this.comments = comments;
        this.posts = posts;
        this.composer = composer;
        this.audiences = audiences;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping("/publications/{id:\\d{1,18}}")
    String show(Viewer viewer, Page page, @PathVariable long id, Model model) {
        Item item = items.get(viewer, id);
        if (!item.kind().equals(Post.KIND)) {
            return "redirect:" + cards.address(item);
        }
        Card card = postCards.cards(page, List.of(item), true).get(id);
        if (card == null) {
            throw new NotFound();
        }
        model.addAttribute("card", card);
        model.addAttribute("item", item);
        model.addAttribute("listing", comments.list(viewer, id, null));
        return "posts/post";
    }

    @GetMapping("/publier")
    String write(
            Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> audience,
            @RequestParam(defaultValue = "") String retour,
            Model model) {
        List<Audience> possible = audiences.of(viewer);
        List<String> wanted = audience.isEmpty() ? Composer.usual(possible) : audience;
        model.addAttribute(
                "composer", composer.content(page, possible, PostForm.blank(wanted, retour), Map.of(), true));
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
        PostForm form = PostForm.of(request);
        List<MultipartFile> pictures = sent(request, "photos");
        List<MultipartFile> files = sent(request, "fichiers");
        List<Audience> chosen = audiences.named(viewer, form.audience());
        Map<String, String> errors =
                new LinkedHashMap<>(form.errors(LocalDate.now(clock), !pictures.isEmpty() || !files.isEmpty()));
        if (chosen.isEmpty()
                || chosen.size() < form.audience().stream().distinct().count()) {
            errors.put("audience", "posts.error.audience");
        }
        if (errors.isEmpty()) {
            form = receive(viewer, form, pictures, files, errors);
        }
        if (!errors.isEmpty()) {
            model.addAttribute("composer", composer.content(page, audiences.of(viewer), form, errors, true));
            return new ModelAndView("posts/write", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int heads = posts.publish(viewer, form, chosen);
        Flash.say(response, "posts.published", String.valueOf(heads));
        return new ModelAndView(
                form.returnTo().matches("[a-z0-9-]{1,100}") ? "redirect:/espaces/" + form.returnTo() : "redirect:/");
    }

    /** Takes the files that came with the form, as they do without scripts. */
    private PostForm receive(
            Viewer viewer,
            PostForm form,
            List<MultipartFile> pictures,
            List<MultipartFile> files,
            Map<String, String> errors)
            throws IOException {
        var pictureIds = new ArrayList<>(form.pictures());
        var fileIds = new ArrayList<>(form.files());
        try {
            for (MultipartFile picture : pictures) {
                StoredFile stored = uploads.receive(viewer.id(), picture, Purpose.PICTURE);
                pictureIds.add(stored.id());
            }
            for (MultipartFile file : files) {
                fileIds.add(
                        uploads.receive(viewer.id(), file, Purpose.ATTACHMENT).id());
            }
        } catch (UploadRefused refused) {
            errors.put(pictures.isEmpty() ? "fichiers" : "photos", refused.messageKey());
        }
        return new PostForm(
                form.text(),
                form.format(),
                form.audience(),
                pictureIds,
                form.alternatives(),
                fileIds,
                form.link(),
                form.linkTitle(),
                form.question(),
                form.options(),
                form.anonymous(),
                form.several(),
                form.closesOn(),
                form.thanked(),
                form.returnTo(),
                form.key());
    }

    private static List<MultipartFile> sent(HttpServletRequest request, String name) {
        var multipart =
                org.springframework.web.util.WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getFiles(name).stream()
                        .filter(file -> !file.isEmpty())
                        .toList();
    }
}
