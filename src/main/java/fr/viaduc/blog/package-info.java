/** The blog: articles written by several, read before they come out, kept, printed, and read by programs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "files", "people", "circles", "spaces", "content"})
package fr.viaduc.blog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
