package fr.viaduc;

import fr.viaduc.database.DatabaseStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application: the internal social network of a public authority. */
// Two modules may each have a PinController: beans are named by their package too.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Viaduc {
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            // A command ("import-agents") serves no pages, works beside a Viaduc that runs on the same folder, and
            // leaves to it the events that it has under way.
            System.setProperty("server.port", "-1");
            System.setProperty("viaduc.database.joins", "true");
            System.setProperty("spring.modulith.events.republish-outstanding-events-on-restart", "false");
        }
        var application = new SpringApplication(Viaduc.class);
        DatabaseStart.with(application);
        application.run(arguments);
    }
}
