package fr.viaduc.web;

/**
 * One value that can be chosen in a filter or a picker.
 *
 * @param count how many it would show; negative when not said
 */
public record Choice(String value, String label, long count) {
    public Choice(String value, String label) {
        this(value, label, -1);
    }
}
