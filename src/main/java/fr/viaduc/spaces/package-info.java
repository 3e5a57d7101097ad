/** Places where things are put: the network's own, one page per service, working groups and communities. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "text", "database", "files", "people", "circles"})
package fr.viaduc.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
