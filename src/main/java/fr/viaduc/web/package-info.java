/** The page: its shell, the current viewer, interface texts, errors people meet. Knows nothing of the network. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"database", "text"})
package fr.viaduc.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
