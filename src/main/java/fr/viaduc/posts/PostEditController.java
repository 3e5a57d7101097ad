package fr.viaduc.posts;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.Attachments;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Publishing;
import fr.viaduc.text.RichText;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing and taking away a post. Another audience is saved once its author was told what it does. */
@Controller
class PostEditController {
    private final Items items;
    private final Publishing publishing;
    private final Posts posts;
    private final PostRepository repository;
    private final Attachments attachments;
    private final PostReception reception;
    private final PostAudiences audiences;
    private final Clock clock;

    PostEditController(
            Items items,
            Publishing publishing,
            Posts posts,
            PostRepository repository,
            Attachments attachments,
            PostReception reception,
            PostAudiences audiences,
            Clock clock) {
        this.items = items;
        this.publishing = publishing;
        this.posts = posts;
        this.repository = repository;
        this.attachments = attachments;
        this.reception = reception;
        this.audiences = audiences;
        this.clock = clock;
    }

    @GetMapping("/publications/{id:\\d{1,18}}/modifier")
    String edit(Viewer viewer, Page page, @PathVariable long id, Model model) {
        Item item = editable(viewer, id);
        Post post = post(viewer, item);
        PostAudience audience = audiences.current(viewer, item);
        PostForm form = PostForm.of(
                item,
                post,
                attachments.of(List.of(id)).getOrDefault(id, List.of()),
                audience.values(),
                posts.lastDay(post));
        fill(page, model, item, post, form, audience, AcknowledgementEdit.NONE, Map.of(), Map.of());
        return "posts/edit";
    }

    /** What another choice of audience would do: shown beside the button before anything is saved. */
    @GetMapping("/publications/{id:\\d{1,18}}/audience")
    String audience(
            Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "") List<String> audience, Model model) {
        model.addAttribute("audience", audiences.chosen(viewer, editable(viewer, id), audience));
        return "posts/editAudience";
    }

    @PostMapping("/publications/{id:\\d{1,18}}")
    ModelAndView save(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String annonce,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Item item = editable(viewer, id);
        Post post = post(viewer, item);
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        PostForm form = posts.keepingPoll(post, reception.receive(page, request, errors, refused));
        PostAudience audience = audiences.chosen(viewer, item, form.audience());
        form.errors(LocalDate.now(clock), posts.lastDay(post)).forEach(errors::putIfAbsent);
        errors.remove("audience");
        if (audience.error() != null) {
            errors.put("audience", audience.error());
        } else if (item.acknowledgement() != null
                && audience.changes()
                && !audience.chosen().stream().allMatch(Audience::asks)) {
            errors.put("audience", "content.acknowledgement.error.audience");
        }
        AcknowledgementEdit change = AcknowledgementEdit.of(request, item);
        errors.putAll(change.errors(page.dates().today()));
        if (!version.equals(String.valueOf(item.version()))
                && !RichText.fromForm(form.text(), form.format()).equals(item.body())) {
            errors.put("texte", "posts.error.elsewhere");
        }
        if (!errors.isEmpty() || !refused.isEmpty() || !audience.announcedBy(annonce)) {
            return again(page, model, item, post, form, audience, change, errors, refused);
        }
        try {
            posts.edit(viewer, item, post, form, audience.changes() ? audience.chosen() : null, change);
        } catch (PollAnswered meanwhile) {
            Post now = post(viewer, item);
            errors.put("sondage", "posts.error.answered");
            return again(page, model, item, now, posts.keepingPoll(now, form), audience, change, errors, refused);
        }
        Flash.say(response, "posts.edited");
        return new ModelAndView("redirect:/publications/" + id);
    }

    @PostMapping("/publications/{id}/suppression")
    String remove(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        publishing.remove(viewer, id);
        Flash.say(response, "posts.removed");
        return "redirect:/";
    }

    private ModelAndView again(
            Page page,
            Model model,
            Item item,
            Post post,
            PostForm form,
            PostAudience audience,
            AcknowledgementEdit change,
            Map<String, String> errors,
            Map<String, String> refused) {
        fill(page, model, item, post, form, audience, change, errors, refused);
        return new ModelAndView("posts/edit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(
            Page page,
            Model model,
            Item item,
            Post post,
            PostForm form,
            PostAudience audience,
            AcknowledgementEdit change,
            Map<String, String> errors,
            Map<String, String> refused) {
        @Nullable Poll poll = post.poll();
        model.addAttribute("item", item);
        model.addAttribute("form", reception.fields(page.me(), form, errors));
        model.addAttribute("audience", audience);
        model.addAttribute("change", change);
        model.addAttribute("errors", errors);
        model.addAttribute("refused", refused);
        if (poll != null && (poll.voters() > 0 || poll.closed(clock.instant()))) {
            model.addAttribute("answered", poll);
        }
    }

    private Item editable(Viewer viewer, long id) {
        Item item = items.get(viewer, id);
        if (!item.kind().equals(Post.KIND)) {
            throw new NotFound();
        }
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        return item;
    }

    private Post post(Viewer viewer, Item item) {
        Post post = repository.find(viewer, List.of(item.id())).get(item.id());
        if (post == null) {
            throw new NotFound();
        }
        return post;
    }
}
