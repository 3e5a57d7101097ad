/** The FAQ: short answers, each kept true by a service, found while one types, judged by those who read them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "people", "circles", "spaces", "content"})
package fr.viaduc.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
