package fr.viaduc.content;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the administration's home page leads to here. */
@Configuration(proxyBeanMethods = false)
class ContentEntries {
    @Bean
    static AdminEntry moderationEntry() {
        return new AdminEntry(
                "/administration/moderation", "flag", "content.admin.moderation", 50, Set.of(Role.MODERATOR));
    }
}
