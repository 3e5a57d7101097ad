/** Text that people write: safe HTML, excerpts, mentions, French typography. Knows nothing of the network. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package fr.viaduc.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
