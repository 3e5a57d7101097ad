package fr.viaduc.posts;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.HomePart;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
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
    private final Fragments fragments;

    Composer(Audiences audiences, Drafts drafts, Fragments fragments) {
        this.audiences = audiences;
        this.drafts = drafts;
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
        return content(page, possible, PostForm.blank(usual(possible), ""), Map.of(), false);
    }

    /**
     * The form.
     *
     * @param errors message keys by field
     * @param open whether all the audiences are laid out, as on the page of its own
     */
    Content content(Page page, List<Audience> possible, PostForm form, Map<String, String> errors, boolean open) {
        Map<String, Object> parameters = new HashMap<>();
        List<Audience> chosen = possible.stream()
                .filter(audience -> form.audience().contains(audience.value()))
                .toList();
        parameters.put("page", page);
        parameters.put("audiences", possible);
        parameters.put("chosen", chosen);
        parameters.put("heads", chosen.isEmpty() ? 0 : audiences.heads(chosen));
        parameters.put("form", new PostFields(form, draft(page.me(), form)));
        parameters.put("errors", errors);
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

    private String draft(Viewer viewer, PostForm form) {
        if (!form.text().isEmpty()) {
            return form.text();
        }
        return drafts.find(viewer, Posts.DRAFT).getOrDefault("texte", "");
    }
}
