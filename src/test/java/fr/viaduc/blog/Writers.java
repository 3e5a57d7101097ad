package fr.viaduc.blog;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.Uploads;
import fr.viaduc.testing.Town;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** People who write articles, and the articles that they write, as the forms would send them. */
final class Writers {
    private final Town town;
    private final Blog blog;
    private final Audiences audiences;
    private final ArticleRepository articles;
    private final Uploads uploads;

    Writers(Town town, Blog blog, Audiences audiences, ArticleRepository articles, Uploads uploads) {
        this.town = town;
        this.blog = blog;
        this.audiences = audiences;
        this.articles = articles;
        this.uploads = uploads;
    }

    Viewer agent(String firstName, String lastName, long unit, Role... roles) {
        long person = town.agent(firstName, lastName);
        town.assign(person, unit, null);
        for (Role role : roles) {
            town.grant(person, role);
        }
        return town.viewer(person, roles);
    }

    /** A form filled in for all agents, in a category. */
    ArticleForm form(String title, String category) {
        return form(
                title,
                "<p>Onze villages, une thermos, deux marches arrière.</p>",
                category,
                Map.of(),
                List.of(),
                List.of(),
                0);
    }

    ArticleForm form(
            String title,
            String body,
            String category,
            Map<String, List<Long>> files,
            List<Long> coauthors,
            List<Long> shown,
            int version) {
        long number = town.as(1, () -> articles.category(category).orElseThrow().id());
        return new ArticleForm(
                Article.Form.ARTICLE,
                title,
                "Une matinée dans la cabine de la benne 7.",
                body,
                "html",
                number,
                List.of("c" + town.circle("agents", null)),
                "collecte, Biesles",
                false,
                new HashMap<>(files),
                "",
                "",
                "",
                "",
                null,
                null,
                coauthors,
                shown,
                true,
                ArticleForm.Asking.NOTHING,
                version,
                UUID.randomUUID());
    }

    /** The same form for others: values of {@link Audience}. */
    ArticleForm form(String title, String category, List<String> audience) {
        ArticleForm form = form(title, category);
        return new ArticleForm(
                form.form(),
                form.title(),
                form.lead(),
                form.body(),
                form.format(),
                form.category(),
                audience,
                form.tags(),
                form.withContents(),
                form.files(),
                form.coverAlternative(),
                form.coverCaption(),
                form.beforeAlternative(),
                form.afterAlternative(),
                form.unit(),
                form.site(),
                form.coauthors(),
                form.shown(),
                form.commentsOpen(),
                form.asking(),
                form.version(),
                form.key());
    }

    long begin(Viewer author, ArticleForm form) {
        return town.as(author.id(), () -> blog.begin(author, form, audience(author, form)));
    }

    boolean save(Viewer author, long item, ArticleForm form) {
        return town.as(author.id(), () -> blog.save(author, item, form, audience(author, form)));
    }

    private List<Audience> audience(Viewer author, ArticleForm form) {
        return audiences.named(author, form.audience());
    }

    void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }

    /** The article with something of its form changed. */
    static ArticleForm changed(ArticleForm form, int version, UnaryOperator<String> body) {
        return new ArticleForm(
                form.form(),
                form.title(),
                form.lead(),
                body.apply(form.body()),
                form.format(),
                form.category(),
                form.audience(),
                form.tags(),
                form.withContents(),
                form.files(),
                form.coverAlternative(),
                form.coverCaption(),
                form.beforeAlternative(),
                form.afterAlternative(),
                form.unit(),
                form.site(),
                form.coauthors(),
                form.shown(),
                form.commentsOpen(),
                form.asking(),
                version,
                form.key());
    }

    /** The same, which says what its pictures before and after show. */
    static ArticleForm described(ArticleForm form) {
        return new ArticleForm(
                form.form(),
                form.title(),
                form.lead(),
                form.body(),
                form.format(),
                form.category(),
                form.audience(),
                form.tags(),
                form.withContents(),
                form.files(),
                form.coverAlternative(),
                form.coverCaption(),
                "La rue avant les travaux",
                "La rue après les travaux",
                form.unit(),
                form.site(),
                form.coauthors(),
                form.shown(),
                form.commentsOpen(),
                form.asking(),
                form.version(),
                form.key());
    }

    /** A picture of that person's own. */
    long picture(Viewer owner) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, Color.ORANGE.getRGB());
        image.setRGB((int) (owner.id() % 60), 5, Color.CYAN.getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
            return uploads.receive(
                            owner.id(), "benne.png", new ByteArrayInputStream(bytes.toByteArray()), Purpose.PICTURE)
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Long> published(Viewer viewer) {
        return new ArrayList<>(town.as(
                viewer.id(),
                () -> articles
                        .published(
                                viewer,
                                null,
                                null,
                                java.time.Instant.parse("9999-01-01T00:00:00Z"),
                                Long.MAX_VALUE,
                                100)
                        .stream()
                        .map(fr.viaduc.content.Item::id)
                        .toList()));
    }
}
