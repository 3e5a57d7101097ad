package fr.viaduc.people.organisation;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the administration's home page leads to here. */
@Configuration(proxyBeanMethods = false)
class OrganisationEntries {
    @Bean
    static AdminEntry organisationEntry() {
        return new AdminEntry(
                "/administration/organisation", "network", "people.admin.organisation", 35, Set.of(Role.ADMINISTRATOR));
    }

    @Bean
    static AdminEntry personsEntry() {
        return new AdminEntry(
                "/administration/personnes",
                "users",
                "people.admin.persons",
                33,
                Set.of(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES));
    }

    @Bean
    static AdminEntry rolesEntry() {
        return new AdminEntry(
                "/administration/roles", "shield-check", "people.admin.roles", 40, Set.of(Role.ADMINISTRATOR));
    }
}
