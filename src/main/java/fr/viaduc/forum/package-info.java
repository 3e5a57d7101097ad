/** The forum: questions and discussions by category, with an accepted answer; its replies are the spine's comments. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "people", "circles", "spaces", "content"})
package fr.viaduc.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
