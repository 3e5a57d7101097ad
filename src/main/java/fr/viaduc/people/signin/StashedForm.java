package fr.viaduc.people.signin;

import java.io.Serializable;
import java.util.List;

/** What was sent, and where to. */
public record StashedForm(String action, List<StashedField> fields) implements Serializable {

    /** What a person typed, without the keys that programs add. */
    public List<StashedField> typed() {
        return fields.stream()
                .filter(field -> !field.value().isBlank() && field.value().matches("(?s).*\\p{L}{2}.*"))
                .filter(field -> !field.name().endsWith("Key"))
                .toList();
    }
}
