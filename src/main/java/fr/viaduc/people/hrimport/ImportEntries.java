package fr.viaduc.people.hrimport;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the administration's home page leads to here. */
@Configuration(proxyBeanMethods = false)
class ImportEntries {
    @Bean
    static AdminEntry importEntry() {
        return new AdminEntry(
                "/administration/import",
                "file-up",
                "hrimport.admin",
                10,
                Set.of(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES));
    }
}
