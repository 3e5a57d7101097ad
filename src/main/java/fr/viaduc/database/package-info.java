/**
 * The database: embedded PostgreSQL or a server of one's own, migrations, the two pools, the viewer of each
 * transaction, the data folder with its master key, jobs and the registry of events.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.viaduc.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
