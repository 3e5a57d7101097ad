package fr.viaduc.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a module hand another one a piece of page without the other knowing its template. */
@Component
public class Fragments {
    private final TemplateEngine templates;

    Fragments(TemplateEngine templates) {
        this.templates = templates;
    }

    /** The template with its parameters, rendered where it is put. */
    public Content of(String template, Map<String, Object> parameters) {
        return output -> templates.render(template + ".jte", parameters, output);
    }
}
