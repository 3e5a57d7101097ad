package fr.viaduc.spaces;

import fr.viaduc.people.PersonLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone's part in a group.
 *
 * @param message said with a request
 */
public record Member(
        PersonLine person,
        Space.Part part,
        Instant since,
        @Nullable String message) {}
