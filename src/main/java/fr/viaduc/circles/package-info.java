/** Who may see what: sets of people that the database keeps right, and « Qui voit ceci, et pourquoi ? ». */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "database", "people"})
package fr.viaduc.circles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
