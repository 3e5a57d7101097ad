package fr.viaduc.people;

import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Reads a field in which people were chosen: picked from the list, or written by hand where there are no scripts. */
@Repository
@Transactional(readOnly = true)
public class Picks {
    private static final String BY_HAND = "-saisie";
    private static final int MOST = 500;
    private final JdbcClient database;

    Picks(JdbcClient database) {
        this.database = database;
    }

    /**
     * Who was chosen.
     *
     * @param people ids and names
     * @param unknown what was written and is nobody's name or staff number, or several persons'; empty when all is well
     */
    public record Picked(List<Choice> people, String unknown) {

        /** Whether something written was not understood. */
        public boolean failed() {
            return !unknown.isEmpty();
        }
    }

    /** People who are here today: agents in post, elected officials whose mandate runs. */
    public Picked present(Viewer viewer, MultiValueMap<String, String> form, String name) {
        return pick(form, name, true);
    }

    /** Anybody whom the network knows, those to come and those who left included. */
    public Picked anyone(Viewer viewer, MultiValueMap<String, String> form, String name) {
        return pick(form, name, false);
    }

    /** What was written by hand in a field, between commas. */
    public static List<String> typed(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name + BY_HAND, List.of()).stream()
                .flatMap(Pattern.compile("[,;\\n]")::splitAsStream)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Picked pick(MultiValueMap<String, String> form, String name, boolean present) {
        Long[] ids = form.getOrDefault(name, List.of()).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .filter(id -> id.matches("\\d{1,18}"))
                .limit(MOST)
                .map(Long::valueOf)
                .toArray(Long[]::new);
        List<String> typed = typed(form, name);
        if (ids.length == 0 && typed.isEmpty()) {
            return new Picked(List.of(), "");
        }
        record Hit(String typed, Choice person) {}
        List<Hit> hits = database.sql("""
                        with word as (select distinct w as typed, people.plain(w) as plain from unnest(:typed) w),
                        hit as (
                            select '' as typed, id as person_id from unnest(:ids) id
                            union all
                            select w.typed, p.id from word w join people.person p
                                on p.staff_number = w.typed or p.sort_name = w.plain or starts_with(p.plain_name, w.plain || ' '))
                        select h.typed, p.id, p.name
                          from hit h join people.person p on p.id = h.person_id and p.erased_at is null
                         where not :present or exists (select 1 from people.presence pr
                                where pr.person_id = p.id and (pr.as_agent @> current_date or pr.as_elected @> current_date))
                         order by p.sort_name, p.id
                        """)
                .param("typed", typed.toArray(String[]::new))
                .param("ids", ids)
                .param("present", present)
                .query((row, number) ->
                        new Hit(row.getString("typed"), new Choice(row.getString("id"), row.getString("name"))))
                .list();
        Map<String, List<Hit>> byWord = hits.stream().collect(Collectors.groupingBy(Hit::typed));
        Set<Choice> people = new LinkedHashSet<>(
                byWord.getOrDefault("", List.of()).stream().map(Hit::person).toList());
        List<String> unknown = new ArrayList<>();
        for (String word : typed) {
            List<Hit> found = Objects.requireNonNullElse(byWord.get(word), List.of());
            if (found.size() == 1) {
                people.add(found.getFirst().person());
            } else {
                unknown.add(word);
            }
        }
        return new Picked(List.copyOf(people), String.join(", ", unknown));
    }
}
