package fr.viaduc.forum;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and changes categories, for those who administer them: the database refuses others. */
@Service
@Transactional
public class Categories {
    private final CategoryRepository categories;

    Categories(CategoryRepository categories) {
        this.categories = categories;
    }

    /**
     * Opens a category that has no errors, for a circle; its referent is the form's.
     *
     * @return its id
     */
    public long open(Viewer viewer, CategoryForm form, long circle) {
        refusePreview(viewer);
        String slug = Topic.slug(form.nom());
        return categories.add(form, slug.isEmpty() ? "rubrique" : slug, circle);
    }

    /** Whether it takes new topics; what is in it stays. */
    public void archive(Viewer viewer, long id, boolean archived) {
        refusePreview(viewer);
        categories.archive(id, archived);
    }

    /** Changes a category; its topics keep the circle that they have. */
    public void change(Viewer viewer, long id, CategoryForm form, long circle) {
        refusePreview(viewer);
        categories.change(id, form, circle);
    }

    private static void refusePreview(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
