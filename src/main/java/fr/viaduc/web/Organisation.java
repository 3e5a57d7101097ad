package fr.viaduc.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authority that the network serves.
 *
 * @param name its full name
 * @param article its name as it stands after "de" ("l’Agglomération de Chaumont")
 * @param line1 first line beside the mark
 * @param line2 second line beside the mark
 * @param helpPhone telephone shown on the sign-in page; empty when there is none
 * @param helpEmail address for accessibility and help; empty when there is none
 * @param demo whether the demonstration runs: second factors are off, and a banner says so
 */
@ConfigurationProperties("viaduc.organisation")
public record Organisation(
        @DefaultValue("Agglomération de Chaumont") String name,
        @DefaultValue("l’Agglomération de Chaumont") String article,
        @DefaultValue("Agglomération") String line1,
        @DefaultValue("de Chaumont") String line2,
        @DefaultValue("") String helpPhone,
        @DefaultValue("") String helpEmail,
        @DefaultValue("false") boolean demo) {

    /** The same with another telephone and another address for help. */
    public Organisation withHelp(String phone, String email) {
        return new Organisation(name, article, line1, line2, phone, email, demo);
    }

    /** Gives the organisation as it is now, with what administrators have changed since the start. */
    @FunctionalInterface
    public interface Current {
        Organisation get();
    }
}
