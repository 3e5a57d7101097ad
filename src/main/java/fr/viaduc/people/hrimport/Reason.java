package fr.viaduc.people.hrimport;

import java.util.Arrays;
import java.util.List;

/** A sentence to show: the key of a message of {@code messages/hrimport} and what fills it. */
public record Reason(String key, List<String> arguments) {
    static Reason of(String key, Object... arguments) {
        return new Reason(
                "hrimport.reason." + key,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
