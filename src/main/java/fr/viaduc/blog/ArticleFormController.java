package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Acknowledgements;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
import fr.viaduc.people.Picks;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Writing an article: begun, taken up again, saved. */
@Controller
class ArticleFormController {
    private final Items items;
    private final Blog blog;
    private final ArticleDesk desk;
    private final SavedArticles savedArticles;
    private final Lifecycle lifecycle;
    private final Audiences audiences;
    private final Acknowledgements acknowledgements;
    private final Picks picks;
    private final Uploads uploads;
    private final StoredFiles files;

    ArticleFormController(
            Items items,
            Blog blog,
            ArticleDesk desk,
            SavedArticles savedArticles,
            Lifecycle lifecycle,
            Audiences audiences,
            Acknowledgements acknowledgements,
            Picks picks,
            Uploads uploads,
            StoredFiles files) {
        this.items = items;
        this.blog = blog;
        this.desk = desk;
        this.savedArticles = savedArticles;
        this.lifecycle = lifecycle;
        this.audiences = audiences;
        this.acknowledgements = acknowledgements;
        this.picks = picks;
        this.uploads = uploads;
        this.files = files;
    }

    @GetMapping("/blog/nouveau")
    String begin(Viewer viewer, @RequestParam(defaultValue = "") String forme, Model model) {
        mayWrite(viewer);
        ArticleForm blank = desk.blank(viewer, Article.Form.of(forme));
        ArticleForm unsaved = desk.unsaved(viewer, 0, blank);
        desk.lay(viewer, model, null, unsaved == null ? blank : unsaved, Map.of(), null, unsaved != null);
        return "blog/write";
    }

    @PostMapping("/blog")
    ModelAndView create(Viewer viewer, Page page, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayWrite(viewer);
        return save(viewer, page, null, model, request, response);
    }

    @GetMapping(ArticleAddress.PATH + "/modifier")
    String edit(
            Viewer viewer,
            @PathVariable String address,
            @RequestParam(required = false) @Nullable String enregistre,
            Model model) {
        Item item = written(viewer, address);
        ArticleForm saved = savedArticles.of(item);
        ArticleForm unsaved = enregistre == null ? desk.unsaved(viewer, item.id(), saved) : null;
        desk.lay(viewer, model, item, unsaved == null ? saved : unsaved, Map.of(), null, unsaved != null);
        return "blog/write";
    }

    @PostMapping(ArticleAddress.PATH + "/modifier")
    ModelAndView update(
            Viewer viewer,
            Page page,
            @PathVariable String address,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return save(viewer, page, written(viewer, address), model, request, response);
    }

    private ModelAndView save(
            Viewer viewer,
            Page page,
            @Nullable Item item,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> asking = new LinkedHashMap<>();
        model.addAttribute("typed", typed);
        model.addAttribute("asking", asking);
        ArticleForm form = ArticleForm.of(request)
                .with(
                        people(viewer, page, request, "coauteurs", errors, typed),
                        people(viewer, page, request, "personnes", errors, typed));
        form.errors().forEach((field, key) -> errors.putIfAbsent(field, page.t(key)));
        form = asking(viewer, page, request, item, form, asking);
        asking.forEach((field, key) -> errors.putIfAbsent(field, page.t(key)));
        List<Audience> chosen = desk.sameAudience(item, form) ? null : audience(viewer, form);
        if (chosen != null && chosen.isEmpty()) {
            errors.put("audience", page.t("blog.error.audience"));
        } else if (chosen != null && item != null && desk.opensComments(viewer, item, chosen)) {
            errors.put("audience", page.t("blog.error.commented"));
        } else if (form.asking().form().wanted() && !mayAsk(viewer, item, chosen)) {
            String field = item == null || item.acknowledgement() == null ? "confirmation" : "audience";
            asking.put(field, "content.acknowledgement.error.audience");
            errors.put(field, page.t("content.acknowledgement.error.audience"));
        }
        form = form.with(receive(viewer, page, form, request, errors));
        if (!errors.isEmpty()) {
            return refused(viewer, model, item, form, errors);
        }
        if (item == null) {
            long id = blog.begin(viewer, form, chosen == null ? List.of() : chosen);
            Flash.say(response, "blog.saved.draft");
            return new ModelAndView("redirect:" + Article.address(items.get(viewer, id)));
        }
        try {
            if (!blog.save(viewer, item.id(), form, chosen)) {
                Item theirs = items.get(viewer, item.id());
                desk.lay(
                        viewer,
                        model,
                        theirs,
                        form.over(theirs.version()),
                        Map.of(),
                        desk.conflict(viewer, theirs, form),
                        false);
                return new ModelAndView("blog/write", model.asMap(), HttpStatus.CONFLICT);
            }
        } catch (Blog.NotAgreed lacking) {
            errors.put("personnes", page.t("blog.error.notAgreed"));
            return refused(viewer, model, item, form, errors);
        }
        Item saved = items.get(viewer, item.id());
        Flash.say(response, saved.seen() ? "blog.saved.published" : "blog.saved.draft");
        return new ModelAndView("redirect:" + Article.address(saved));
    }

    /**
     * What it asks: as sent while it is the viewer's to say, as it is afterwards.
     *
     * @param keys receives what is wrong, by field, as message keys
     */
    private ArticleForm asking(
            Viewer viewer,
            Page page,
            HttpServletRequest request,
            @Nullable Item item,
            ArticleForm form,
            Map<String, String> keys) {
        LocalDate today = page.dates().today();
        if (desk.asks(viewer, item)) {
            keys.putAll(form.asking().form().errors(today));
            return form.with(new ArticleForm.Asking(form.asking().form(), AcknowledgementEdit.NONE));
        }
        var change = AcknowledgementEdit.of(request, Objects.requireNonNull(item));
        keys.putAll(change.errors(today));
        return form.with(new ArticleForm.Asking(AcknowledgementForm.of(item.acknowledgement()), change));
    }

    private boolean mayAsk(Viewer viewer, @Nullable Item item, @Nullable List<Audience> chosen) {
        return chosen != null
                ? chosen.stream().allMatch(Audience::asks)
                : item != null && (item.acknowledgement() != null || acknowledgements.mayAsk(viewer, item.circleId()));
    }

    /** Those picked from the list, or written by hand where there are no scripts. */
    private List<Long> people(
            Viewer viewer,
            Page page,
            HttpServletRequest request,
            String field,
            Map<String, String> errors,
            Map<String, String> typed) {
        var sent = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, values) -> sent.addAll(name, List.of(values)));
        Picks.Picked picked = picks.anyone(viewer, sent, field);
        if (picked.failed()) {
            errors.put(field, page.t("blog.error.unknown", picked.unknown()));
            typed.put(field, picked.unknown());
        }
        return picked.people().stream()
                .map(person -> Long.valueOf(person.value()))
                .toList();
    }

    private ModelAndView refused(
            Viewer viewer, Model model, @Nullable Item item, ArticleForm form, Map<String, String> errors) {
        desk.lay(viewer, model, item, form, errors, null, false);
        return new ModelAndView("blog/write", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The audiences that were chosen; none when one of them is not the viewer's to address. */
    private List<Audience> audience(Viewer viewer, ArticleForm form) {
        List<Audience> named = audiences.named(viewer, form.audience());
        return named.size() == form.audience().stream().distinct().count() ? named : List.of();
    }

    /** The files of the form, with those that came in it, as they do without scripts. */
    private Map<String, List<Long>> receive(
            Viewer viewer, Page page, ArticleForm form, HttpServletRequest request, Map<String, String> errors)
            throws IOException {
        Map<String, List<Long>> received = new LinkedHashMap<>();
        for (String field : ArticleForm.FIELDS) {
            List<Long> ids = new ArrayList<>(form.several(field));
            for (MultipartFile file : sent(request, field)) {
                try {
                    ids.add(uploads.receive(viewer.id(), file, purpose(field)).id());
                } catch (UploadRefused refused) {
                    errors.put(field, page.t(refused.messageKey(), refused.arguments()));
                }
            }
            received.put(field, ids);
        }
        check(received, ArticleForm.CAPTIONS, List.of("text/vtt"), page.t("blog.error.captions"), errors);
        check(received, ArticleForm.VIDEO, List.of("video/mp4", "video/webm"), page.t("blog.error.video"), errors);
        return received;
    }

    private void check(
            Map<String, List<Long>> received,
            String field,
            List<String> types,
            String message,
            Map<String, String> errors) {
        List<Long> ids = received.getOrDefault(field, List.of());
        for (StoredFile file : files.find(ids)) {
            if (!types.contains(file.mediaType())) {
                errors.put(field, message);
                received.put(field, ids.stream().filter(id -> id != file.id()).toList());
            }
        }
    }

    private static Purpose purpose(String field) {
        return switch (field) {
            case ArticleForm.COVER, ArticleForm.BEFORE, ArticleForm.AFTER, ArticleForm.PICTURES -> Purpose.PICTURE;
            default -> Purpose.ATTACHMENT;
        };
    }

    private static List<MultipartFile> sent(HttpServletRequest request, String name) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null
                ? List.of()
                : parts.getFiles(name).stream().filter(file -> !file.isEmpty()).toList();
    }

    private Item written(Viewer viewer, String address) {
        Item item = items.get(viewer, ArticleAddress.id(address));
        if (!item.kind().equals(Article.KIND)) {
            throw new NotFound();
        }
        if (!lifecycle.writes(viewer, item)) {
            throw new Forbidden();
        }
        return item;
    }

    private static void mayWrite(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
