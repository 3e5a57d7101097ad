package fr.viaduc.circles;

import java.util.List;

/**
 * One way in which the viewer is in a circle: all of these hold for them.
 *
 * @param bases what the viewer belongs to, each in a sentence that begins with « vous »
 */
public record Reason(List<String> bases) {}
