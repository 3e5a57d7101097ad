package fr.viaduc.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What one looks for in the directory, as its address says it.
 *
 * @param words typed in the search box; empty to browse
 * @param chosen values of each filter
 * @param kind "agent", "elected" or "" for both
 * @param expanded the filter of which all values are shown; empty when none
 */
public record DirectoryQuery(
        String words,
        Map<Filter, Set<String>> chosen,
        String kind,
        View view,
        String expanded,
        @Nullable Cursor after) {
    private static final int LONGEST = 200;

    /** A filter, and its name in addresses. */
    public enum Filter {
        UNIT("service", "\\d{1,18}"),
        SITE("site", "\\d{1,18}"),
        COMMUNE("commune", "[0-9AB]{5}"),
        MISSION("mission", "\\d{1,18}"),
        /** What kinds of means are entrusted to them. */
        MEANS("moyen", "vehicle|room|tool");

        private final String parameter;
        private final String values;

        Filter(String parameter, String values) {
            this.parameter = parameter;
            this.values = values;
        }

        public String parameter() {
            return parameter;
        }

        /** Its name in people.search(). */
        public String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How the persons found are shown. */
    public enum View {
        CARDS("fiches", "layout-grid"),
        LIST("liste", "list"),
        FACES("portraits", "images");

        private final String word;
        private final String icon;

        View(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }

        static View of(@Nullable String word) {
            for (View view : values()) {
                if (view.word.equals(word)) {
                    return view;
                }
            }
            return CARDS;
        }
    }

    /** Where a list goes on. */
    public record Cursor(int tier, String name, long id) {
        String word() {
            return tier + "." + id + "." + name;
        }

        static @Nullable Cursor of(@Nullable String word) {
            if (word == null || !word.matches("\\d\\.\\d{1,18}\\..{0,200}")) {
                return null;
            }
            String[] parts = word.split("\\.", 3);
            return new Cursor(Integer.parseInt(parts[0]), parts[2], Long.parseLong(parts[1]));
        }
    }

    static DirectoryQuery of(MultiValueMap<String, String> parameters) {
        Map<Filter, Set<String>> chosen = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            Set<String> values = new LinkedHashSet<>();
            for (String value : parameters.getOrDefault(filter.parameter, List.of())) {
                if (value.matches(filter.values)) {
                    values.add(value);
                }
            }
            chosen.put(filter, values);
        }
        String kind = parameters.getFirst("type");
        return new DirectoryQuery(
                trimmed(parameters.getFirst("q")),
                chosen,
                "agents".equals(kind) ? "agent" : "elus".equals(kind) ? "elected" : "",
                View.of(parameters.getFirst("vue")),
                trimmed(parameters.getFirst("tous")),
                Cursor.of(parameters.getFirst("apres")));
    }

    static DirectoryQuery words(String words) {
        Map<Filter, Set<String>> none = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            none.put(filter, Set.of());
        }
        return new DirectoryQuery(trimmed(words), none, "", View.CARDS, "", null);
    }

    private static String trimmed(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    public Set<String> chosen(Filter filter) {
        return chosen.getOrDefault(filter, Set.of());
    }

    /** The words, to be shown where they are found. */
    public SoughtWords sought() {
        return new SoughtWords(words);
    }

    /** How many filters are set. */
    public int filters() {
        return chosen.values().stream().mapToInt(Set::size).sum() + (kind.isEmpty() ? 0 : 1);
    }

    public boolean blank() {
        return words.isEmpty() && filters() == 0;
    }

    public String address() {
        return address(words, chosen, kind, view, null);
    }

    public String with(View other) {
        return address(words, chosen, kind, other, null);
    }

    public String withKind(String other) {
        return address(words, chosen, other, view, null);
    }

    public String without(Filter filter, String value) {
        Map<Filter, Set<String>> fewer = new LinkedHashMap<>(chosen);
        Set<String> values = new LinkedHashSet<>(chosen(filter));
        values.remove(value);
        fewer.put(filter, values);
        return address(words, fewer, kind, view, null);
    }

    public String withoutFilters() {
        return address(words, Map.of(), "", view, null);
    }

    public String withWords(String others) {
        return address(others, chosen, kind, view, null);
    }

    public String expanding(Filter filter) {
        String address = address();
        return address + (address.contains("?") ? "&" : "?") + "tous=" + filter.parameter;
    }

    public String after(Cursor cursor) {
        return address(words, chosen, kind, view, cursor);
    }

    private static String address(
            String words, Map<Filter, Set<String>> chosen, String kind, View view, @Nullable Cursor after) {
        List<String> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add("q=" + encoded(words));
        }
        chosen.forEach((filter, values) -> values.forEach(value -> parts.add(filter.parameter + "=" + encoded(value))));
        if (!kind.isEmpty()) {
            parts.add("type=" + (kind.equals("agent") ? "agents" : "elus"));
        }
        if (view != View.CARDS) {
            parts.add("vue=" + view.word);
        }
        if (after != null) {
            parts.add("apres=" + encoded(after.word()));
        }
        return "/annuaire" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The filters as people.search() takes them. */
    String filtersJson() {
        var json = new StringBuilder("{");
        chosen.forEach((filter, values) -> json.append('"')
                .append(filter.column())
                .append("\":[")
                .append(String.join(
                        ",", values.stream().map(value -> '"' + value + '"').toList()))
                .append("],"));
        return json.append("\"kind\":\"").append(kind).append("\"}").toString();
    }
}
