package fr.viaduc.people.signin;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the administration's home page leads to here. */
@Configuration(proxyBeanMethods = false)
class SignInEntries {
    @Bean
    static AdminEntry lettersEntry() {
        return new AdminEntry(
                "/administration/lettres",
                "mail",
                "signin.admin.letters",
                20,
                Set.of(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES));
    }

    @Bean
    static AdminEntry accountsEntry() {
        return new AdminEntry(
                "/administration/comptes", "key-round", "signin.admin.accounts", 30, Set.of(Role.ADMINISTRATOR));
    }
}
