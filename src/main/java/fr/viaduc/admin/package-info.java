/** The administration's home page, the network's settings, and how the machine is: never anything about a person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "database", "files"})
package fr.viaduc.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
