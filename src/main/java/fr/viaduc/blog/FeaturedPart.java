package fr.viaduc.blog;

import fr.viaduc.content.HomePart;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** « À la une »: the articles put on the home page, three at most. */
@Component
class FeaturedPart implements HomePart {
    private static final int MOST = 3;
    private final ArticleRepository articles;
    private final Fragments fragments;

    FeaturedPart(ArticleRepository articles, Fragments fragments) {
        this.articles = articles;
        this.fragments = fragments;
    }

    @Override
    public Area area() {
        return Area.ASIDE;
    }

    @Override
    public int rank() {
        return 5;
    }

    @Override
    public @Nullable Content content(Page page) {
        List<Headline> featured = articles.featured(MOST);
        return featured.isEmpty() ? null : fragments.of("blog/featured", Map.of("page", page, "headlines", featured));
    }
}
