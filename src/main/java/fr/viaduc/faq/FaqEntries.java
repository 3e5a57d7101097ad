package fr.viaduc.faq;

import fr.viaduc.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FAQ in the navigation. */
@Configuration(proxyBeanMethods = false)
class FaqEntries {
    @Bean
    static NavEntry faqEntry() {
        return new NavEntry("/faq", "message-circle-question-mark", "faq.nav", NavEntry.Group.TOGETHER, 40);
    }
}
