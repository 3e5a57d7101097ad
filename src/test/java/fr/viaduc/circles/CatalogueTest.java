package fr.viaduc.circles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table is under forced row-level security, whatever the services check; who is nobody sees nothing. */
@ViaducTest
@Import(Town.class)
class CatalogueTest {
    /** Tables without people's content, each with the reason why it needs no rule by row. */
    private static final Map<String, String> WITHOUT = Map.of(
            "database.migration", "names of migrations; the web role cannot read it",
            "database.job", "the house's work to do; the web role cannot read it",
            "database.event_publication", "events under way; the web role adds to it and cannot read it");

    @Autowired
    Town town;

    @Autowired
    JdbcClient web;

    @Test
    void everyTableHasForcedRowLevelSecurityOrAReason() {
        assertThat(open()).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
        for (String table : WITHOUT.keySet()) {
            assertThat(web.sql("select has_table_privilege('viaduc_web', :table, 'select')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    /** The test above was seen to fail: this is how, again at each run. */
    @Test
    void aTableThatSomeoneForgetsIsFound() throws SQLException {
        asOwner("create table content.forgotten (secret text)");
        try {
            assertThat(open()).contains("content.forgotten");
            asOwner("alter table content.forgotten enable row level security");
            assertThat(open()).as("not forced for its owner").contains("content.forgotten");
            asOwner("alter table content.forgotten force row level security");
            assertThat(open()).doesNotContain("content.forgotten");
        } finally {
            asOwner("drop table content.forgotten");
        }
    }

    /** Otherwise each item or comment that somebody erases would be looked for in the whole of another table. */
    @Test
    void whatHangsOnAnItemOrACommentIsFoundByAnIndexWhenItIsErased() {
        assertThat(town.database().sql("""
            select c.conrelid::regclass || ': ' || pg_get_constraintdef(c.oid)
              from pg_constraint c
             where c.contype = 'f' and c.confrelid in ('content.item'::regclass, 'content.comment'::regclass)
               and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
            """).query(String.class).list()).isEmpty();
    }

    /** Otherwise a thousand are expected of it, and what is joined to three rows is read whole. */
    @Test
    void whatGivesRowsSaysAboutHowMany() {
        assertThat(town.database().sql("""
            select p.oid::regprocedure::text
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.proretset and p.prorows = 1000 and n.nspname not in ('pg_catalog', 'information_schema')
               and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            """).query(String.class).list()).isEmpty();
    }

    @Test
    void viewsApplyTheRulesOfWhoReadsThemAndNothingIsMaterialised() {
        assertThat(town.database().sql("""
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'
               and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
               and (c.relkind in ('m', 'f')
                    or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))
            """).query(String.class).list()).isEmpty();
    }

    @Test
    void everyPrivilegedFunctionPinsItsSearchPathAndIsNotForEverybody() {
        List<String> loose = town.database().sql("""
            select p.oid::regprocedure::text
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
             where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
               and (not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')
                    or has_function_privilege('public', p.oid, 'execute')
                    or pg_get_userbyid(p.proowner) <> 'viaduc_rule')
            """).query(String.class).list();
        assertThat(loose).isEmpty();
    }

    @Test
    void withoutViewerNothingIsSeen() {
        town.agent("Karim", "Benali");
        for (String table : readable()) {
            if (table.equals("database.change")) {
                // Numbers of nobody, asked in the statement that names the viewer.
                continue;
            }
            assertThat(web.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    /** The services' checks left out: each persona reads every table by raw statements and finds only their own. */
    @Test
    void whatIsForAFewIsReadByThoseFewAlone() {
        long karim = town.agent("Karim", "Benali");
        long lea = town.agent("Léa", "Petit");
        long elise = town.elected("Élise", "Garnier", null);
        long former = town.citizen("Yves", "Contant");
        town.mandate(former, null, town.today().minusYears(6), town.today().minusDays(1));
        long last = town.citizen("Jean", "Thévenot");
        town.mandate(last, null, town.today().minusYears(6), town.today());
        long personal = item(karim, town.circle("person", lea));
        long agents = item(karim, town.circle("agents", null));
        long everyone = item(karim, town.circle("everyone", null));
        town.raw(
                karim, "insert into content.comment (item_id, author_id, body) values (?, ?, 'secret')", agents, karim);
        town.raw(lea, "insert into content.reaction (item_id, person_id) values (?, ?)", personal, lea);

        assertThat(items(lea)).containsExactlyInAnyOrder(personal, agents, everyone);
        assertThat(items(elise)).containsExactly(everyone);
        assertThat(items(last)).as("the last day of the mandate").containsExactly(everyone);
        assertThat(items(former)).as("the day after").isEmpty();
        assertThat(items(0)).as("the preview").containsExactly(everyone);
        for (long outsider : List.of(elise, last, former, 0L)) {
            assertThat(town.read(outsider, "select id from content.comment")).isEmpty();
            assertThat(town.read(outsider, "select id from content.reaction")).isEmpty();
        }
        for (String table : readable()) {
            if (table.startsWith("content.") && !table.equals("content.item")) {
                assertThat(town.read(former, "select count(*) from " + table))
                        .as(table)
                        .containsExactly(0L);
            }
        }
    }

    /** The tables of every schema that are not under forced row-level security. */
    private List<String> open() {
        return town.database().sql("""
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
               and n.nspname not like 'pg_%'
               and not (c.relrowsecurity and c.relforcerowsecurity)
            """).query(String.class).list();
    }

    private void asOwner(String sql) throws SQLException {
        String database = town.database()
                .sql("select current_database()")
                .query(String.class)
                .single();
        try (var connection = DriverManager.getConnection(
                        TestCluster.get().url(database), TestCluster.OWNER, TestCluster.OWNER_PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> items(long person) {
        return town.read(person, "select id from content.item");
    }

    private long item(long author, long circle) {
        return town.read(author, """
            insert into content.item (kind, author_id, circle_id, state, published_at)
            values ('post', ?, ?, 'published', now()) returning id
            """, author, circle).getFirst();
    }

    /** The tables with rows of people that the web role may read. */
    private List<String> readable() {
        return town.database().sql("""
            select n.nspname || '.' || c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname not like 'pg_%'
               and has_table_privilege('viaduc_web', c.oid, 'select')
            """).query(String.class).list();
    }
}
