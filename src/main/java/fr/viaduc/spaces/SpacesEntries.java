package fr.viaduc.spaces;

import fr.viaduc.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The spaces in the main navigation. */
@Configuration(proxyBeanMethods = false)
class SpacesEntries {
    @Bean
    static NavEntry spacesEntry() {
        return new NavEntry("/espaces", "layout-grid", "web.spaces", NavEntry.Group.TOGETHER, 10);
    }
}
