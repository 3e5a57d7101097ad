package fr.viaduc.blog;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.NavEntry;
import fr.viaduc.web.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The blog in the main navigation, and its categories in the administration. */
@Configuration(proxyBeanMethods = false)
class BlogEntries {
    @Bean
    static NavEntry blogEntry() {
        return new NavEntry("/blog", "newspaper", "blog.title", NavEntry.Group.TOGETHER, 20);
    }

    @Bean
    static AdminEntry blogCategoriesEntry() {
        return new AdminEntry(
                "/administration/articles",
                "newspaper",
                "blog.admin",
                45,
                Set.of(Role.COMMUNICATION, Role.ADMINISTRATOR));
    }
}
