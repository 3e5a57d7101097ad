/** The spine: items, comments, reactions, mentions, files on items, bookmarks, reports, each written once for all features. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "text", "database", "files", "people", "circles", "spaces"})
package fr.viaduc.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
