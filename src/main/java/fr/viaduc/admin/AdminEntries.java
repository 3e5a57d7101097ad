package fr.viaduc.admin;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's own pages, and who opens them. */
@Configuration(proxyBeanMethods = false)
class AdminEntries {
    @Bean
    static AdminEntry settingsEntry() {
        return new AdminEntry("/administration/reglages", "settings", "admin.settings", 60, Set.of(Role.ADMINISTRATOR));
    }

    @Bean
    static AdminEntry stateEntry() {
        return new AdminEntry("/administration/etat", "activity", "admin.state", 70, Set.of(Role.ADMINISTRATOR));
    }

    static void check(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR) || viewer.preview()) {
            throw new Forbidden();
        }
    }
}
