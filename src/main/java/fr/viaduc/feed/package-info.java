/** The home page and the feeds: items of every kind, newest first, live. Knows no feature by name. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "people", "circles", "spaces", "content"})
package fr.viaduc.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
