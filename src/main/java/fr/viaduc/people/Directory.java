package fr.viaduc.people;

import fr.viaduc.web.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the directory.
 *
 * @param total how many persons are found in all
 * @param choices values of each filter with how many each would show, the most frequent first
 * @param more how many values each filter has beyond those
 * @param labels names of the values that are chosen, by "filter:value"
 * @param places services, sites, communes and missions that the words may mean
 * @param fewer when nobody is found: shorter searches that find somebody
 * @param next where the list goes on, null at its end
 */
public record Directory(
        DirectoryQuery query,
        List<FoundPerson> people,
        long total,
        long agents,
        long elected,
        Map<DirectoryQuery.Filter, List<Choice>> choices,
        Map<DirectoryQuery.Filter, Long> more,
        Map<String, String> labels,
        List<Place> places,
        List<String> fewer,
        @Nullable String next) {

    /** A page about a service, a site, a commune or a mission. */
    public record Place(String kind, String ref, String name) {
        public String address() {
            return switch (kind) {
                case "unit" -> "/services/" + ref;
                case "site" -> "/sites/" + ref;
                case "commune" -> "/communes/" + ref;
                default -> "/missions/" + ref;
            };
        }

        public String icon() {
            return switch (kind) {
                case "unit" -> "network";
                case "site" -> "building-2";
                case "commune" -> "map-pin";
                default -> "clipboard-list";
            };
        }
    }
}
