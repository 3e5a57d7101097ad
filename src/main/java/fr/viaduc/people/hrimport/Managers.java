package fr.viaduc.people.hrimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who reports to whom once the file is applied; a loop is found and cut at its most senior member. */
final class Managers {
    private final Map<String, String> managers = new HashMap<>();
    private final Map<String, Integer> reports = new HashMap<>();

    /** The loop that was cut, seen from the person whose manager is left out. */
    record Loop(String cut, List<String> members) {}

    void put(String person, @Nullable String manager) {
        if (manager != null) {
            managers.put(person, manager);
            reports.merge(manager, 1, Integer::sum);
        }
    }

    /** Cuts every loop; {@code inFile} are those whose manager the file may change. */
    Map<String, Loop> cutLoops(Set<String> inFile) {
        Map<String, Loop> loops = new LinkedHashMap<>();
        Set<String> done = new HashSet<>();
        for (String start : managers.keySet().stream().sorted().toList()) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            String at = start;
            while (at != null && !done.contains(at) && onPath.add(at)) {
                path.add(at);
                at = managers.get(at);
            }
            if (at != null && onPath.contains(at)) {
                List<String> loop = path.subList(path.indexOf(at), path.size());
                String cut = loop.stream()
                        .filter(inFile::contains)
                        .max(Comparator.<String>comparingInt(person -> reports.getOrDefault(person, 0))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElse(null);
                if (cut != null) {
                    managers.remove(cut);
                    loops.put(cut, new Loop(cut, startingAt(cut, loop)));
                }
            }
            done.addAll(path);
        }
        return loops;
    }

    private static List<String> startingAt(String first, List<String> loop) {
        List<String> turned = new ArrayList<>(loop.subList(loop.indexOf(first), loop.size()));
        turned.addAll(loop.subList(0, loop.indexOf(first)));
        return List.copyOf(turned);
    }
}
