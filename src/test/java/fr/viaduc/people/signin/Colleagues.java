package fr.viaduc.people.signin;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of these tests: their accounts are made as the house makes them. */
@TestComponent
public class Colleagues {

    public static final String PASSWORD = "quatre péniches vertes";

    private final JdbcClient system;
    private final AccountRepository accounts;
    private final Passwords passwords;

    Colleagues(@Qualifier("system") JdbcClient system, AccountRepository accounts, Passwords passwords) {
        this.system = system;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** An agent with an account whose password is {@link #PASSWORD}. */
    public long agent(String staffNumber, String firstName, String lastName) {
        long id = newcomer(staffNumber, firstName, lastName);
        accounts.setPassword(id, passwords.hash(PASSWORD));
        return id;
    }

    /** An agent who has never signed in. */
    long newcomer(String staffNumber, String firstName, String lastName) {
        return system.sql("""
                insert into people.person (staff_number, first_name, last_name, email)
                values (:number, :first, :last, lower(:first || '.' || :last || '@agglo.example')) returning id
                """)
                .params(Map.of("number", staffNumber, "first", firstName, "last", lastName))
                .query(Long.class)
                .single();
    }

    public void grant(long person, String role) {
        system.sql("insert into people.role_grant (person_id, role) values (?, ?)")
                .params(List.of(person, role))
                .update();
    }

    public JdbcClient database() {
        return system;
    }
}
