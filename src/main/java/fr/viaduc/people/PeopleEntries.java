package fr.viaduc.people;

import fr.viaduc.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory in the main navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleEntries {
    @Bean
    static NavEntry peopleEntry() {
        return new NavEntry("/annuaire", "users", "web.directory", NavEntry.Group.MAIN, 10);
    }
}
