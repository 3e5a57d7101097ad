/** Who does what, where, with what means: persons, accounts, units, sites, communes, missions, assets, mandates. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "text", "database", "files"})
package fr.viaduc.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
