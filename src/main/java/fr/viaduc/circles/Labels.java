package fr.viaduc.circles;

import fr.viaduc.web.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a circle in plain words: « Voirie et espaces verts, à Nogent », « Finances, Archives et Commission travaux ». */
final class Labels {
    private final Texts texts;
    private final Locale locale;

    Labels(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** What a combination is made of; null kind and name where the reader may not know it. */
    record Base(Circle.@Nullable Kind kind, @Nullable String name) {}

    String atom(Circle.Kind kind, String name) {
        return switch (kind) {
            case EVERYONE, AGENTS, ELECTED -> texts.of(locale, "circles." + kind.word());
            default -> name;
        };
    }

    /** A union of intersections. */
    String union(List<List<Base>> terms) {
        List<String> said = new ArrayList<>();
        int hidden = 0;
        for (List<Base> term : terms) {
            if (term.size() == 1 && term.getFirst().kind() == null) {
                hidden++;
            } else {
                said.add(intersection(term));
            }
        }
        if (hidden > 0) {
            said.add(texts.of(locale, "circles.others", hidden));
        }
        boolean compound = said.stream().anyMatch(term -> term.contains(","));
        return enumerate(said, compound);
    }

    /** People who are in all of these: the organisation first, then the place. */
    private String intersection(List<Base> bases) {
        List<Base> sorted =
                bases.stream().sorted(Comparator.comparingInt(Labels::rank)).toList();
        var said = new StringBuilder();
        for (Base base : sorted) {
            String words = said.isEmpty() ? first(base) : next(base);
            said.append(said.isEmpty() ? "" : ", ").append(words);
        }
        return said.toString();
    }

    private String first(Base base) {
        return base.kind() == null || base.name() == null
                ? texts.of(locale, "circles.another")
                : atom(base.kind(), base.name());
    }

    private String next(Base base) {
        if (base.kind() == null || base.name() == null) {
            return texts.of(locale, "circles.and.another");
        }
        return switch (base.kind()) {
            case COMMUNE -> at(base.name());
            case AGENTS, ELECTED, EVERYONE ->
                texts.of(locale, "circles.and." + base.kind().word());
            default -> base.name();
        };
    }

    /** « à Nogent », « au Puits-des-Mèzes », « aux Riceys ». */
    private String at(String commune) {
        if (commune.startsWith("Le ")) {
            return texts.of(locale, "circles.at.le", commune.substring(3), commune);
        }
        if (commune.startsWith("Les ")) {
            return texts.of(locale, "circles.at.les", commune.substring(4), commune);
        }
        return texts.of(locale, "circles.at", commune);
    }

    /** « A, B et C »; « A, à Nogent ; et B » where a comma already has a meaning. */
    private String enumerate(List<String> said, boolean compound) {
        if (said.size() == 1) {
            return said.getFirst();
        }
        String separator = compound ? texts.of(locale, "circles.separator") : ", ";
        return String.join(separator, said.subList(0, said.size() - 1))
                + (compound ? separator : " ")
                + texts.of(locale, "circles.and")
                + " "
                + said.getLast();
    }

    private static int rank(Base base) {
        return base.kind() == null
                ? 8
                : switch (base.kind()) {
                    case UNIT -> 0;
                    case MISSION -> 1;
                    case COMMISSION -> 2;
                    case LIST, PERSON, COMBINATION -> 3;
                    case SITE -> 4;
                    case COMMUNE -> 5;
                    case AGENTS, ELECTED -> 6;
                    case EVERYONE -> 7;
                };
    }
}
