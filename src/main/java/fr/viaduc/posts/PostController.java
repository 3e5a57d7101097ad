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
import fr.viaduc.files.StoredFiles;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.springframework.web.util.WebUtils;

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
    private final StoredFiles files;
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
            StoredFiles files,
            Clock clock) {
        this.items = items;
        this.cards = cards;
        this.postCards = postCards;
        this.comments = comments;
        this.posts = posts;
        this.composer = composer;
        this.audiences = audiences;
        this.uploads = uploads;
        this.files = files;
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
        PostForm form = received(page, PostForm.of(field -> values(request, field)), request, errors, refused);
        List<Audience> chosen = audiences.named(viewer, form.audience());
        form.errors(LocalDate.now(clock)).forEach(errors::putIfAbsent);
        if (chosen.size() < form.audience().stream().distinct().count()) {
            errors.put("audience", "posts.error.audience");
        }
        if (!errors.isEmpty() || !refused.isEmpty()) {
            model.addAttribute("composer", composer.again(page, form, errors, refused));
            return new ModelAndView("posts/write", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int heads = posts.publish(viewer, form, chosen);
        Flash.say(response, heads == 1 ? "posts.published.one" : "posts.published", page.number(heads));
        return new ModelAndView(
                form.returnTo().matches("[a-z0-9-]{1,100}") ? "redirect:/espaces/" + form.returnTo() : "redirect:/");
    }

    /**
     * The form with what came beside it when no script ran: files and names. The files that are refused are told, the
     * others stay with the form even when something else is wrong with it.
     */
    private PostForm received(
            Page page,
            PostForm form,
            HttpServletRequest request,
            Map<String, String> errors,
            Map<String, String> refused)
            throws IOException {
        Viewer viewer = page.me();
        var pictures = new ArrayList<PostForm.Picture>();
        Set<Long> mine = own(viewer, form);
        form.pictures().stream().filter(picture -> mine.contains(picture.id())).forEach(pictures::add);
        for (long id :
                receive(page, request, "photos", Purpose.PICTURE, PostForm.MOST_PICTURES - pictures.size(), refused)) {
            pictures.add(new PostForm.Picture(id, "", false));
        }
        var files = new ArrayList<>(form.files().stream().filter(mine::contains).toList());
        files.addAll(
                receive(page, request, "fichiers", Purpose.ATTACHMENT, PostForm.MOST_FILES - files.size(), refused));
        if (mine.size() < form.pictures().size() + form.files().size()) {
            errors.put(form.files().stream().allMatch(mine::contains) ? "photos" : "fichiers", "posts.error.gone");
        }
        var thanked = new LinkedHashSet<>(form.thanked());
        var unknown = new ArrayList<String>();
        for (String name : form.thankedNames()) {
            posts.named(viewer, name).ifPresentOrElse(thanked::add, () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            errors.put("bravo", "posts.error.thanked");
        }
        return form.with(pictures, files, List.copyOf(thanked), unknown);
    }

    /** Those of the form's files that are the viewer's own and still there. */
    private Set<Long> own(Viewer viewer, PostForm form) {
        var ids = new ArrayList<>(form.files());
        form.pictures().forEach(picture -> ids.add(picture.id()));
        return files.find(ids).stream()
                .filter(file -> file.ownerId() == viewer.id() && file.state() != StoredFile.State.REFUSED)
                .map(StoredFile::id)
                .collect(Collectors.toSet());
    }

    private List<Long> receive(
            Page page, HttpServletRequest request, String field, Purpose purpose, int most, Map<String, String> refused)
            throws IOException {
        var received = new ArrayList<Long>();
        for (MultipartFile file : sent(request, field)) {
            if (received.size() >= most) {
                refused.put(field, page.t(field.equals("photos") ? "posts.error.pictures" : "posts.error.files"));
                return received;
            }
            try {
                received.add(uploads.receive(page.me().id(), file, purpose).id());
            } catch (UploadRefused refusal) {
                refused.put(field, page.t(refusal.messageKey(), refusal.arguments()));
            }
        }
        return received;
    }

    private static List<String> values(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    private static List<MultipartFile> sent(HttpServletRequest request, String name) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getFiles(name).stream()
                        .filter(file -> !file.isEmpty())
                        .toList();
    }
}
