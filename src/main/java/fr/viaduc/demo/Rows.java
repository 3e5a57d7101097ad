package fr.viaduc.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a list, as the arrays that one statement unnests: a thousand rows, one round trip. */
final class Rows<T> {

    private final List<T> values;
    private final Map<String, @Nullable String[]> columns = new LinkedHashMap<>();

    Rows(List<T> values) {
        this.values = values;
    }

    Rows<T> with(String column, Function<T, @Nullable Object> value) {
        var cells = new ArrayList<@Nullable String>();
        for (T row : values) {
            Object cell = value.apply(row);
            cells.add(cell == null ? null : cell.toString());
        }
        columns.put(column, cells.toArray(new String[0]));
        return this;
    }

    Map<String, @Nullable String[]> columns() {
        return columns;
    }

    /** As a table named {@code row} whose columns are texts: {@code unnest(:a::text[], :b::text[]) as row(a, b)}. */
    String table() {
        String arrays = String.join(
                ", ",
                columns.keySet().stream()
                        .map(name -> "cast(:" + name + " as text[])")
                        .toList());
        return "unnest(" + arrays + ") as row(" + String.join(", ", columns.keySet()) + ")";
    }
}
