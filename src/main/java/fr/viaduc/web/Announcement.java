package fr.viaduc.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the console where Viaduc is. */
@Component
class Announcement {

    @EventListener
    @SuppressWarnings("SystemOut") // for the person at the console, not for the log
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            System.out.println(
                    "Viaduc est prêt : http://localhost:" + web.getWebServer().getPort());
        }
    }
}
