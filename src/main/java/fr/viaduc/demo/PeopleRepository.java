package fr.viaduc.demo;

import fr.viaduc.demo.Elected.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the whole directory in a few dozen statements; membership of circles is refreshed once, at the commit. */
@Repository
class PeopleRepository {

    private static final Map<String, String> COMMISSIONS = Map.ofEntries(
            Map.entry("finances", "Commission finances et personnel"),
            Map.entry("travaux", "Commission voirie et travaux"),
            Map.entry("eau", "Commission eau et assainissement"),
            Map.entry("environnement", "Commission environnement et déchets"),
            Map.entry("enfance", "Commission enfance et écoles"),
            Map.entry("culture", "Commission culture et tourisme"),
            Map.entry("sports", "Commission sports"),
            Map.entry("mobilites", "Commission mobilités"),
            Map.entry("economie", "Commission économie et enseignement supérieur"),
            Map.entry("habitat", "Commission habitat et urbanisme"),
            Map.entry("numerique", "Commission numérique"));

    private final JdbcClient system;

    PeopleRepository(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    boolean isEmpty() {
        return system.sql("select not exists (select from people.person)")
                .query(Boolean.class)
                .single();
    }

    /** Memberships wait for the end of this transaction. */
    void deferMembership() {
        system.sql("select set_config('circles.deferred', 'on', true)").query().singleRow();
    }

    void addSites() {
        write(
                new Rows<>(List.of(Place.values()))
                        .with("slug", Place::slug)
                        .with("name", place -> place.title)
                        .with("kind", place -> place.kind)
                        .with("commune", place -> place.commune)
                        .with("address", place -> place.address)
                        .with("phone", Place::phone)
                        .with("opening", place -> place.opening)
                        .with("latitude", place -> place.latitude)
                        .with("longitude", place -> place.longitude),
                """
                insert into people.site (slug, name, kind, commune_insee, address, phone, opening, latitude, longitude)
                select slug, name, kind, commune, address, phone, opening, latitude::double precision, longitude::double precision
                  from %s""");
    }

    void addUnits() {
        system.sql("""
                insert into people.unit (path, code, slug, name, kind, mission)
                values ('x', :code, 'agglomeration-de-chaumont', 'Agglomération de Chaumont', 'direction', :mission)""")
                .param("code", Organisation.ROOT)
                .param("mission", "Servir les 63 communes et ceux qui y vivent.")
                .update();
        write(
                new Rows<>(List.of(Pole.values()))
                        .with("code", pole -> pole.code)
                        .with("slug", pole -> Slugs.of(pole.title))
                        .with("name", pole -> pole.title)
                        .with("mission", pole -> pole.mission)
                        .with("number", pole -> pole.number())
                        .with("parent", pole -> Organisation.ROOT),
                """
                insert into people.unit (path, code, slug, name, kind, mission, position, parent_id)
                select 'x', row.code, row.slug, row.name, 'pole', row.mission, number::integer, u.id
                  from %s join people.unit u on u.code = row.parent
                 order by number::integer""");
        write(
                new Rows<>(List.of(Service.values()))
                        .with("code", service -> service.code)
                        .with("slug", Service::slug)
                        .with("name", service -> service.title)
                        .with("mission", service -> service.mission)
                        .with("number", service -> service.number())
                        .with("phone", service -> "03 53 01 50 %02d".formatted(service.number()))
                        .with("email", service -> Slugs.of(service.title) + "@agglo.example")
                        .with("site", service -> head(service).place.slug())
                        .with("parent", service -> service.pole.code),
                """
                insert into people.unit (path, code, slug, name, kind, mission, position, phone, email, site_id, parent_id)
                select 'x', row.code, row.slug, row.name, 'service', row.mission, number::integer, row.phone, row.email, s.id, u.id
                  from %s
                  join people.unit u on u.code = row.parent
                  join people.site s on s.slug = row.site
                 order by number::integer""");
        write(
                new Rows<>(List.of(Team.values()))
                        .with("code", Team::name)
                        .with("slug", team -> Slugs.of(team.service.title + " " + team.title))
                        .with("name", team -> team.title)
                        .with("number", team -> team.number())
                        .with("site", team -> team.place.slug())
                        .with("parent", team -> team.service.code),
                """
                insert into people.unit (path, code, slug, name, kind, position, site_id, parent_id)
                select 'x', row.code, row.slug, row.name, 'team', number::integer, s.id, u.id
                  from %s
                  join people.unit u on u.code = row.parent
                  join people.site s on s.slug = row.site
                 order by number::integer""");
    }

    void addMissionsAndSkills(List<Staff> agents) {
        write(
                new Rows<>(List.of(Mission.values()))
                        .with("slug", Mission::slug)
                        .with("name", mission -> mission.title)
                        .with("description", mission -> mission.description),
                "insert into people.mission (slug, name, description) select slug, name, description from %s");
        var skills = new LinkedHashSet<String>();
        agents.forEach(agent -> skills.addAll(agent.skills()));
        write(
                new Rows<>(List.copyOf(skills)).with("name", skill -> skill),
                "insert into people.skill (name) select name from %s");
    }

    void addAgents(List<Staff> agents) {
        write(
                new Rows<>(agents)
                        .with("number", Staff::staffNumber)
                        .with("civility", Staff::civility)
                        .with("first", Staff::firstName)
                        .with("last", Staff::lastName)
                        .with("job", Staff::job)
                        .with("email", Staff::email)
                        .with("phone", Staff::phone)
                        .with("mobile", Staff::mobile)
                        .with("started", Staff::startedOn)
                        .with("left_on", Staff::leftOn)
                        .with("about", Staff::about),
                """
                insert into people.person (staff_number, agent, civility, first_name, last_name, job_title, email, phone, mobile,
                                           started_on, left_on, about)
                select number, true, civility, first, last, job, email, phone, mobile, started::date, left_on::date, about
                  from %s order by number""");
        write(
                new Rows<>(agents)
                        .with("number", Staff::staffNumber)
                        .with("unit", Staff::unit)
                        .with("site", agent -> agent.place().slug())
                        .with("job", Staff::job)
                        .with("manager", Staff::manager)
                        .with("quota", Staff::quota)
                        .with("started", Staff::startedOn),
                """
                insert into people.assignment (person_id, unit_id, site_id, job_title, manager_id, quota, starts_on)
                select p.id, u.id, s.id, row.job, m.id, row.quota::numeric, row.started::date
                  from %s
                  join people.person p on p.staff_number = row.number
                  join people.unit u on u.code = row.unit
                  join people.site s on s.slug = row.site
                  left join people.person m on m.staff_number = row.manager
                 order by p.id""");
        write(
                new Rows<>(pairs(
                                agents,
                                agent -> agent.missions().stream()
                                        .map(Mission::slug)
                                        .toList()))
                        .with("number", Pair::number)
                        .with("mission", Pair::other),
                """
                insert into people.person_mission (person_id, mission_id)
                select p.id, m.id from %s
                  join people.person p on p.staff_number = row.number
                  join people.mission m on m.slug = row.mission""");
        write(
                new Rows<>(pairs(agents, Staff::skills))
                        .with("number", Pair::number)
                        .with("skill", Pair::other),
                """
                insert into people.person_skill (person_id, skill_id)
                select p.id, k.id from %s
                  join people.person p on p.staff_number = row.number
                  join people.skill k on k.name = row.skill""");
    }

    void addHeads(Map<String, String> heads) {
        write(
                new Rows<>(List.copyOf(heads.entrySet()))
                        .with("unit", Map.Entry::getKey)
                        .with("number", Map.Entry::getValue),
                """
                update people.unit u set head_id = p.id
                  from %s join people.person p on p.staff_number = row.number
                 where u.code = row.unit""");
    }

    /** Some share their week between a school and its canteen. */
    void addSecondAssignments(List<Staff> agents) {
        var shared = agents.stream()
                .filter(agent -> agent.quota() < 100 && agent.service() == Service.SCHOOLS && agent.email() == null)
                .limit(22)
                .toList();
        write(
                new Rows<>(shared)
                        .with("number", Staff::staffNumber)
                        .with("site", agent -> canteen(agent.place()).slug())
                        .with("quota", agent -> 100 - agent.quota())
                        .with(
                                "job",
                                agent -> agent.civility().equals("M.")
                                        ? "Agent de restauration"
                                        : "Agente de restauration"),
                """
                insert into people.assignment (person_id, unit_id, site_id, job_title, quota, is_primary, starts_on)
                select p.id, u.id, s.id, row.job, row.quota::numeric, false, p.started_on
                  from %s
                  join people.person p on p.staff_number = row.number
                  join people.unit u on u.code = 'RES'
                  join people.site s on s.slug = row.site""");
    }

    void addMeans() {
        write(
                new Rows<>(Means.ALL)
                        .with("kind", Means::kind)
                        .with("name", Means::name)
                        .with("reference", Means::reference)
                        .with("unit", means -> means.service().code)
                        .with("site", means -> means.place().slug())
                        .with("note", Means::note),
                """
                insert into people.asset (kind, name, reference, unit_id, site_id, note)
                select row.kind, row.name, row.reference, u.id, s.id, row.note
                  from %s
                  join people.unit u on u.code = row.unit
                  join people.site s on s.slug = row.site""");
        write(
                new Rows<>(Means.ALL)
                        .with("reference", Means::reference)
                        .with(
                                "number",
                                means -> means.holder() == null
                                        ? null
                                        : means.holder().staffNumber()),
                """
                insert into people.asset_holder (asset_id, person_id)
                select a.id, p.id from %s
                  join people.asset a on a.reference = row.reference
                  join people.person p on p.staff_number = row.number""");
    }

    void addElected(LocalDate today) {
        var elected = List.of(Elected.values());
        write(
                new Rows<>(elected)
                        .with("number", Elected::staffNumber)
                        .with("civility", person -> person.civility)
                        .with("first", person -> person.firstName)
                        .with("last", person -> person.lastName)
                        .with(
                                "email",
                                person -> person.term == Term.OUTSIDE
                                        ? null
                                        : Slugs.email(person.firstName, person.lastName)),
                """
                insert into people.person (staff_number, agent, civility, first_name, last_name, email)
                select number, false, civility, first, last, email from %s order by number""");
        write(
                new Rows<>(List.copyOf(COMMISSIONS.entrySet()))
                        .with("slug", Map.Entry::getKey)
                        .with("name", Map.Entry::getValue),
                "insert into people.commission (slug, name) select slug, name from %s order by slug");
        write(
                new Rows<>(mandates(today))
                        .with("number", mandate -> mandate.holder().staffNumber())
                        .with("commune", mandate -> mandate.holder().commune)
                        .with("function", Mandate::function)
                        .with("delegation", Mandate::delegation)
                        .with("council", Mandate::inCouncil)
                        .with("starts", Mandate::startsOn)
                        .with("ends", Mandate::endsOn),
                """
                insert into people.mandate (person_id, commune_insee, function, delegation, in_council, starts_on, ends_on)
                select p.id, row.commune, row.function, row.delegation, row.council::boolean, row.starts::date, row.ends::date
                  from %s join people.person p on p.staff_number = row.number
                 order by p.id""");
        var seats = new ArrayList<Pair>();
        for (var person : elected) {
            for (String commission : person.commissions) {
                seats.add(new Pair(person.staffNumber(), commission));
            }
        }
        write(new Rows<>(seats).with("number", Pair::number).with("commission", Pair::other), """
                insert into people.mandate_commission (mandate_id, commission_id)
                select (select max(m.id) from people.mandate m where m.person_id = p.id), c.id
                  from %s
                  join people.person p on p.staff_number = row.number
                  join people.commission c on c.slug = row.commission""");
    }

    /** Holidays past, present and to come: about two in three have a substitute in their unit. */
    void addAbsences(List<Staff> agents, LocalDate today, Random random) {
        var absences = new ArrayList<Absence>();
        var fromCast = List.of(Cast.FREDERIC, Cast.GAEL, Cast.MARINE, Cast.SERGE, Cast.AICHA);
        for (var person : fromCast) {
            absences.add(new Absence(person.staffNumber(), null, today.minusDays(2), today.plusDays(9)));
        }
        for (int i = Cast.values().length; i < agents.size(); i += 14) {
            var start = today.plusDays(random.nextInt(50) - 22);
            absences.add(new Absence(agents.get(i).staffNumber(), null, start, start.plusDays(2 + random.nextInt(14))));
        }
        var replaced = absences.stream()
                .map(absence ->
                        random.nextInt(3) == 0 ? absence : absence.replacedBy(colleague(absence.number(), agents)))
                .toList();
        write(
                new Rows<>(replaced)
                        .with("number", Absence::number)
                        .with("substitute", Absence::substitute)
                        .with("starts", Absence::startsOn)
                        .with("ends", Absence::endsOn),
                """
                insert into people.absence (person_id, substitute_id, starts_on, ends_on)
                select p.id, s.id, row.starts::date, row.ends::date
                  from %s
                  join people.person p on p.staff_number = row.number
                  left join people.person s on s.staff_number = row.substitute""");
    }

    void addRoles(Population population) {
        var contacts = new ArrayList<Pair>();
        for (var place : population.places()) {
            contacts.add(new Pair(contact(place, population).staffNumber(), place.slug()));
        }
        contacts.add(new Pair(Cast.AURORE.staffNumber(), Place.NOGENT_DEPOT.slug()));
        write(new Rows<>(contacts).with("number", Pair::number).with("site", Pair::other), """
                insert into people.role_grant (person_id, role, site_id)
                select p.id, 'SITE_CONTACT', s.id
                  from %s
                  join people.person p on p.staff_number = row.number
                  join people.site s on s.slug = row.site
                on conflict do nothing""");
        var roles = List.of(
                new Pair(Cast.MATHIEU.staffNumber(), "ADMINISTRATOR"),
                new Pair(Cast.VALERIE.staffNumber(), "ADMINISTRATOR"),
                new Pair(Cast.CHRISTELLE.staffNumber(), "HUMAN_RESOURCES"),
                new Pair(Cast.FREDERIC.staffNumber(), "HUMAN_RESOURCES"),
                new Pair(Cast.ELODIE.staffNumber(), "COMMUNICATION"),
                new Pair(Cast.CAROLINE.staffNumber(), "COMMUNICATION"),
                new Pair(Cast.ELODIE.staffNumber(), "MODERATOR"),
                new Pair(Cast.VERONIQUE.staffNumber(), "MODERATOR"));
        write(new Rows<>(roles).with("number", Pair::number).with("role", Pair::other), """
                insert into people.role_grant (person_id, role)
                select p.id, row.role from %s join people.person p on p.staff_number = row.number""");
    }

    /** What some people chose to say of themselves. */
    void addPersonalFields(List<Staff> agents, Random random) {
        var languages = List.of(
                "anglais",
                "anglais, allemand",
                "italien",
                "portugais",
                "arabe",
                "néerlandais, anglais",
                "langue des signes");
        var interests = List.of(
                "vélo, champignons",
                "fanfare de Nogent",
                "trail",
                "jardinage",
                "pêche à la truite",
                "théâtre amateur",
                "rugby",
                "photographie",
                "couture",
                "échecs",
                "chant choral",
                "marche sur le canal");
        var fields = new ArrayList<Field>();
        for (var agent : agents) {
            if (random.nextInt(12) == 0) {
                fields.add(
                        new Field(agent.staffNumber(), "languages", languages.get(random.nextInt(languages.size()))));
            }
            if (random.nextInt(9) == 0) {
                fields.add(
                        new Field(agent.staffNumber(), "interests", interests.get(random.nextInt(interests.size()))));
            }
        }
        write(
                new Rows<>(fields)
                        .with("number", Field::number)
                        .with("kind", Field::kind)
                        .with("value", Field::value),
                """
                insert into people.personal_field (person_id, kind, value, visibility)
                select p.id, row.kind, row.value, 'agents' from %s join people.person p on p.staff_number = row.number""");
    }

    private static List<Mandate> mandates(LocalDate today) {
        var elections = LocalDate.of(2026, 3, 22);
        var installed = today.isAfter(elections.plusDays(60)) ? elections : today.minusMonths(8);
        var mandates = new ArrayList<Mandate>();
        for (var person : Elected.values()) {
            switch (person.term) {
                case CURRENT -> {
                    if (person.delegation != null || person == Elected.GERARD) {
                        mandates.add(new Mandate(person, localFunction(person), null, true, installed, null));
                    }
                    if (person.number() % 3 == 0) {
                        mandates.add(new Mandate(
                                person,
                                localFunction(person),
                                null,
                                true,
                                installed.minusYears(6),
                                installed.minusDays(1)));
                    }
                    mandates.add(new Mandate(person, person.function, person.delegation, true, installed, null));
                }
                case OUTSIDE -> mandates.add(new Mandate(person, person.function, null, false, installed, null));
                case ENDED ->
                    mandates.add(new Mandate(person, person.function, null, true, installed, today.minusDays(11)));
                case STARTING ->
                    mandates.add(new Mandate(person, person.function, null, true, today.plusDays(17), null));
            }
        }
        return mandates;
    }

    /** What a member of the community council is in their own commune. */
    private static String localFunction(Elected person) {
        boolean town = person.commune.equals("52121") || person.commune.equals("52353");
        boolean woman = person.civility.equals("Mme");
        if (person == Elected.GERARD || person == Elected.JACKY || !town) {
            return "Maire";
        }
        return woman ? "Adjointe au maire" : "Adjoint au maire";
    }

    private static Cast head(Service service) {
        var head = Organisation.SERVICES.get(service);
        if (head == null) {
            throw new IllegalStateException("Nobody leads " + service);
        }
        return head;
    }

    private static Place canteen(Place school) {
        return switch (school) {
            case FRONCLES_SCHOOL, BOLOGNE_SCHOOL, VIGNORY_SCHOOL, COLOMBEY_SCHOOL -> Place.BOLOGNE_CANTEEN;
            case NOGENT_SCHOOL, BIESLES_SCHOOL, MANDRES_SCHOOL, FOULAIN_SCHOOL -> Place.NOGENT_CANTEEN;
            default -> Place.CENTRAL_KITCHEN;
        };
    }

    private static Staff contact(Place place, Population population) {
        var here = population.agents.stream()
                .filter(agent -> agent.place() == place)
                .toList();
        return switch (place) {
            case HEAD_OFFICE -> named(Cast.NADEGE, here);
            case TECHNICAL_CENTRE -> named(Cast.AURORE, here);
            case NOGENT_DEPOT -> named(Cast.DAMIEN, here);
            case POOL -> named(Cast.CORINNE, here);
            default -> here.getFirst();
        };
    }

    private static Staff named(Cast person, List<Staff> here) {
        return here.stream()
                .filter(agent -> agent.staffNumber().equals(person.staffNumber()))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String colleague(String number, List<Staff> agents) {
        var absent = agents.stream()
                .filter(agent -> agent.staffNumber().equals(number))
                .findFirst()
                .orElseThrow();
        return agents.stream()
                .filter(agent -> agent.unit().equals(absent.unit())
                        && !agent.staffNumber().equals(number))
                .findFirst()
                .map(Staff::staffNumber)
                .orElse(null);
    }

    private static List<Pair> pairs(List<Staff> agents, java.util.function.Function<Staff, List<String>> others) {
        return agents.stream()
                .flatMap(agent -> others.apply(agent).stream().map(other -> new Pair(agent.staffNumber(), other)))
                .toList();
    }

    private <T> void write(Rows<T> rows, String sql) {
        var statement = system.sql(sql.formatted(rows.table()));
        for (var column : rows.columns().entrySet()) {
            statement = statement.param(column.getKey(), column.getValue());
        }
        statement.update();
    }

    private record Pair(String number, String other) {}

    private record Field(String number, String kind, String value) {}

    private record Absence(String number, @Nullable String substitute, LocalDate startsOn, LocalDate endsOn) {
        Absence replacedBy(@Nullable String colleague) {
            return new Absence(number, colleague, startsOn, endsOn);
        }
    }

    private record Mandate(
            Elected holder,
            String function,
            @Nullable String delegation,
            boolean inCouncil,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
