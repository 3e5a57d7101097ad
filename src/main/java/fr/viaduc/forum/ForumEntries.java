package fr.viaduc.forum;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NavEntry;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forum in the main navigation, its categories in the administration. */
@Configuration(proxyBeanMethods = false)
class ForumEntries {
    private static final AdminEntry CATEGORIES = new AdminEntry(
            "/administration/forum",
            "messages-square",
            "forum.admin",
            45,
            Set.of(Role.ADMINISTRATOR, Role.COMMUNICATION));

    @Bean
    static NavEntry forumEntry() {
        return new NavEntry("/forum", "messages-square", "forum.title", NavEntry.Group.TOGETHER, 30);
    }

    @Bean
    static AdminEntry forumCategoriesEntry() {
        return CATEGORIES;
    }

    /** @throws Forbidden for those who do not administer the categories */
    static void check(Viewer viewer) {
        if (!CATEGORIES.shownTo(viewer)) {
            throw new Forbidden();
        }
    }
}
