package fr.viaduc.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The main navigation, in order. */
public record Navigation(List<NavEntry> main, List<NavEntry> together) {
    private static final int IN_THE_BAR = 3;

    static Navigation of(List<NavEntry> entries) {
        return new Navigation(group(entries, NavEntry.Group.MAIN), group(entries, NavEntry.Group.TOGETHER));
    }

    /** The few that a phone's bar has room for, between home and the rest. */
    public List<NavEntry> bar() {
        return Stream.concat(main.stream(), together.stream()).limit(IN_THE_BAR).toList();
    }

    private static List<NavEntry> group(List<NavEntry> entries, NavEntry.Group group) {
        return entries.stream()
                .filter(entry -> entry.group() == group)
                .sorted(Comparator.comparingInt(NavEntry::rank))
                .toList();
    }
}
