/** Finds people, spaces, places and items of every kind by words, in one function that applies the rule of access. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "people", "circles", "spaces", "content"})
package fr.viaduc.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
