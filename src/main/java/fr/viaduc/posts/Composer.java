package fr.viaduc.posts;

import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.HomePart;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where one writes a post: on the home page, and on a page of its own. */
@Component
class Composer implements HomePart {
    private final Audiences audiences;
    private final Drafts drafts;
    private final PostReception reception;
    private final Fragments fragments;

    Composer(Audiences audiences, Drafts drafts, PostReception reception, Fragments fragments) {
        this.audiences = audiences;
        this.drafts = drafts;
        this.reception = reception;
        this.fragments = fragments;
    }

    @Override
    public Area area() {
        return Area.WRITE;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public @Nullable Content content(Page page) {
        if (page.me().preview()) {
            return null;
        }
        List<Audience> possible = audiences.of(page.me());
        if (possible.isEmpty()) {
            return null;
        }
        Drafts.Waiting waiting = drafts.waiting(page.me(), Posts.DRAFT);
        return content(
                page,
                possible,
                form(waiting.draft(), usual(possible)),
                AcknowledgementForm.of(waiting.draft()::values),
                Map.of(),
                Map.of(),
                waiting.notices(),
                false);
    }

    /** The form on a page of its own: what was being typed, for these audiences or for those chosen before. */
    Content blank(Page page, List<String> audience, String returnTo) {
        List<Audience> possible = audiences.of(page.me());
        Drafts.Draft draft = drafts.find(page.me(), Posts.DRAFT);
        PostForm form = form(draft, usual(possible));
        PostForm addressed = form.addressed(audience.isEmpty() ? form.audience() : audience, returnTo);
        return content(
                page, possible, addressed, AcknowledgementForm.of(draft::values), Map.of(), Map.of(), List.of(), true);
    }

    /**
     * The form as it was sent.
     *
     * @param asked what the post asks its readers to acknowledge
     * @param errors what is wrong, as message keys by field
     * @param refused what is said of files that were refused, by field
     */
    Content again(
            Page page,
            PostForm form,
            AcknowledgementForm asked,
            Map<String, String> errors,
            Map<String, String> refused) {
        return content(page, audiences.of(page.me()), form, asked, errors, refused, List.of(), true);
    }

    private static PostForm form(Drafts.Draft draft, List<String> usual) {
        return draft.isEmpty() ? PostForm.blank(usual, "") : PostForm.of(draft::values);
    }

    private Content content(
            Page page,
            List<Audience> possible,
            PostForm form,
            AcknowledgementForm asked,
            Map<String, String> errors,
            Map<String, String> refused,
            List<Drafts.Notice> notices,
            boolean open) {
        Map<String, Object> parameters = new HashMap<>();
        List<Audience> chosen = possible.stream()
                .filter(audience -> form.audience().contains(audience.value()))
                .toList();
        parameters.put("page", page);
        parameters.put("audiences", possible);
        parameters.put("chosen", chosen);
        parameters.put("heads", chosen.isEmpty() ? 0 : audiences.heads(chosen));
        parameters.put("form", reception.fields(page.me(), form, errors));
        parameters.put("asked", asked);
        parameters.put("errors", errors);
        parameters.put("refused", refused);
        parameters.put("notices", notices);
        parameters.put("open", open);
        return fragments.of("posts/composer", parameters);
    }

    /** The audience proposed first: all agents, or what stands closest to an elected official. */
    static List<String> usual(List<Audience> possible) {
        return possible.stream()
                .filter(audience -> audience.kind().equals("agents"))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .map(audience -> List.of(audience.value()))
                .orElse(List.of());
    }
}
