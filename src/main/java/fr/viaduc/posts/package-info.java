/** Posts: what a person says to others, with pictures, files, a link, a poll, or thanks to someone by name. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "files", "people", "circles", "spaces", "content"})
package fr.viaduc.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
