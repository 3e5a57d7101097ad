package fr.viaduc.demo;

import fr.viaduc.database.ViewerContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Opens groups and fills them by the rules of spaces: owners invite, people accept. */
@Repository
class GroupRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient system;
    private final JdbcClient web;
    private final TransactionTemplate systemTransaction;
    private final TransactionTemplate webTransaction;

    GroupRepository(
            @Qualifier("system") JdbcClient system,
            JdbcClient web,
            @Qualifier("systemTransactionManager") PlatformTransactionManager systemTransactions,
            PlatformTransactionManager webTransactions) {
        this.system = system;
        this.web = web;
        this.systemTransaction = new TransactionTemplate(systemTransactions);
        this.webTransaction = new TransactionTemplate(webTransactions);
    }

    /** Opens the group in its owner's name; mandatory for the moment, so that whoever is invited is in. */
    long open(Group group, long owner, int tint, boolean mandatory) {
        Long mission = group.mission == null
                ? null
                : system.sql("select id from people.mission where slug = ?")
                        .param(group.mission.slug())
                        .query(Long.class)
                        .single();
        var options = new java.util.HashMap<String, Object>(Map.of(
                "creator", owner,
                "elected", group.elected,
                "mandatory", mandatory,
                "tint", tint,
                "description", group.description));
        if (mission != null) {
            options.put("mission", mission);
        }
        if (group.welcome != null) {
            options.put("welcome", "<p>" + group.welcome + "</p>");
        }
        Long id = systemTransaction.execute(transaction -> system.sql(
                        "select spaces.open(:slug, :name, :kind, :access, null, cast(:options as jsonb))")
                .param("slug", group.slug())
                .param("name", group.title)
                .param("kind", group.kind)
                .param("access", group.access)
                .param("options", JSON.writeValueAsString(options))
                .query(Long.class)
                .single());
        if (id == null) {
            throw new IllegalStateException("The group was not opened: " + group);
        }
        return id;
    }

    /** The owner invites; in a mandatory space they are members at once. */
    void invite(long space, long owner, Collection<Long> persons) {
        asPerson(owner, "select count(*) from spaces.invite(:space, :persons)", space, persons);
    }

    /** An invitation is accepted, or an open space entered, or entry asked for. */
    void join(long space, long person, String words) {
        ViewerContext.run(
                person,
                () -> webTransaction.executeWithoutResult(transaction -> web.sql("select spaces.join(:space, :words)")
                        .param("space", space)
                        .param("words", words)
                        .query(String.class)
                        .optional()));
    }

    /** From now on one may leave. */
    void free(long space, long communication) {
        ViewerContext.run(
                communication,
                () -> webTransaction.executeWithoutResult(
                        transaction -> web.sql("select spaces.set_mandatory(:space, false)")
                                .param("space", space)
                                .query(Boolean.class)
                                .single()));
    }

    private void asPerson(long viewer, String sql, long space, Collection<Long> persons) {
        ViewerContext.run(
                viewer,
                () -> webTransaction.executeWithoutResult(transaction -> {
                    web.sql("select set_config('circles.deferred', 'on', true)")
                            .query()
                            .singleRow();
                    web.sql(sql)
                            .param("space", space)
                            .param("persons", persons.toArray(Long[]::new))
                            .query(Long.class)
                            .single();
                }));
    }

    List<Long> withMission(Mission mission) {
        return ids("""
                select pm.person_id from people.person_mission pm join people.mission m on m.id = pm.mission_id
                 where m.slug = ? order by 1""", mission.slug());
    }

    List<Long> siteContacts() {
        return ids("select distinct person_id from people.role_grant where role = ? order by 1", "SITE_CONTACT");
    }

    List<Long> inCommission(String slug) {
        return ids("""
                select distinct m.person_id from people.mandate_commission mc
                  join people.mandate m on m.id = mc.mandate_id
                  join people.commission c on c.id = mc.commission_id
                 where c.slug = ? order by 1""", slug);
    }

    List<Long> agents() {
        return ids("select id from people.person where agent and ? = '' order by id", "");
    }

    List<Long> elected() {
        return ids("select id from people.person where not agent and ? = '' order by id", "");
    }

    private List<Long> ids(String sql, String parameter) {
        return system.sql(sql).param(parameter).query(Long.class).list();
    }
}
