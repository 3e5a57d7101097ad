package fr.viaduc.people.organisation;

import java.util.List;
import java.util.Optional;

/** What an administrator keeps by a simple form: the word in addresses, the table, the fields. */
@SuppressWarnings("ImmutableEnumChecker") // List.of() gives lists that never change
public enum Thing {
    SITE("sites", "site", List.of("name", "commune_insee", "address", "phone", "opening", "access_note"), """
            select s.id, s.name, coalesce(c.name, '') as detail
              from people.site s left join people.commune c on c.insee = s.commune_insee
             where s.closed_on is null order by s.plain_name
            """, """
            update people.site s set closed_on = :today
             where s.id = :id and s.closed_on is null
               and not exists (select 1 from people.assignment a where a.site_id = s.id and (a.ends_on is null or a.ends_on >= :today))
            """),
    MISSION(
            "missions",
            "mission",
            List.of("name", "description"),
            "select id, name, coalesce(description, '') as detail from people.mission order by plain_name",
            ""),
    COMMISSION(
            "commissions",
            "commission",
            List.of("name"),
            "select id, name, '' as detail from people.commission order by name",
            ""),
    ASSET(
            "moyens",
            "asset",
            List.of("kind", "name", "reference", "unit_id", "site_id", "note"),
            """
            select a.id, a.name, concat_ws(', ', a.reference, s.name) as detail
              from people.asset a left join people.site s on s.id = a.site_id
             where a.retired_on is null order by a.plain_name, a.id
            """,
            "update people.asset set retired_on = :today where id = :id and retired_on is null");

    final String word;
    final String table;
    final List<String> fields;
    final String list;
    final String close;

    Thing(String word, String table, List<String> fields, String list, String close) {
        this.word = word;
        this.table = table;
        this.fields = fields;
        this.list = list;
        this.close = close;
    }

    public String word() {
        return word;
    }

    public List<String> fields() {
        return fields;
    }

    public boolean closes() {
        return !close.isEmpty();
    }

    static Optional<Thing> of(String word) {
        for (Thing thing : values()) {
            if (thing.word.equals(word)) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }
}
