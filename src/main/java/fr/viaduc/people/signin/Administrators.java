package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Names an administrator from the machine's own console: the first one, or one when no other can enter any more. */
@Service
class Administrators {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final SecondFactorRepository factors;
    private final SessionRepository sessions;
    private final EventLog log;
    private final Clock clock;

    Administrators(
            @Qualifier("system") JdbcClient jdbc,
            AccountRepository accounts,
            CodeRepository codes,
            SecondFactorRepository factors,
            SessionRepository sessions,
            EventLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.codes = codes;
        this.factors = factors;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** Whether nobody who may enter is an administrator. */
    boolean missing() {
        return jdbc.sql("""
                        select not exists (select from people.role_grant g
                                             left join people.account a on a.person_id = g.person_id
                                            where g.role = 'ADMINISTRATOR' and a.suspended_at is null
                                              and people.present_on(g.person_id, :today))
                        """)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes this person an administrator and gives a code for the page "Première connexion".
     *
     * @param name first and last name of somebody whom the network does not know yet; null for somebody it knows
     * @param forgetFactors whether the second factors are lost
     * @return empty when nobody has that matricule and no name is given, or when the person may not enter
     */
    @SystemTransactional
    public Optional<Named> name(String staffNumber, @Nullable Name name, boolean forgetFactors) {
        Optional<Account> known = accounts.find(staffNumber, Device.of(null, null));
        if (known.isEmpty() && name == null) {
            return Optional.empty();
        }
        long person = known.map(Account::personId).orElseGet(() -> welcome(staffNumber, name));
        if (accounts.find(person).filter(Account::mayEnter).isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                insert into people.role_grant (person_id, role) values (:person, :role) on conflict do nothing
                """)
                .param("person", person)
                .param("role", Role.ADMINISTRATOR.name())
                .update();
        if (forgetFactors) {
            factors.forget(person);
            sessions.endAll(person, 0, "administrator");
            log.add(SignInKind.SECOND_FACTOR_REMOVED, person, null, "", "console");
        }
        LetterCode code = codes.issue(person, "administrator", null);
        log.add(SignInKind.CODE_ISSUED, person, null, "", "console");
        return Optional.of(named(person, code));
    }

    private long welcome(String staffNumber, @Nullable Name name) {
        return jdbc.sql("""
                insert into people.person (staff_number, first_name, last_name) values (:number, :first, :last) returning id
                """)
                .param("number", staffNumber.strip())
                .param("first", name == null ? "" : name.first())
                .param("last", name == null ? "" : name.last())
                .query(Long.class)
                .single();
    }

    private Named named(long person, LetterCode code) {
        return jdbc.sql("select name, staff_number from people.person where id = ?")
                .param(person)
                .query((row, number) -> new Named(row.getString("name"), row.getString("staff_number"), code.grouped()))
                .single();
    }

    record Name(String first, String last) {}

    /** The new administrator, and the code to enter with. */
    record Named(String name, @Nullable String staffNumber, String code) {

        /** Never prints the code. */
        @Override
        public String toString() {
            return "Named[" + name + "]";
        }
    }
}
