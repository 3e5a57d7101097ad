package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import java.util.Collection;
import org.springframework.stereotype.Service;

/** Opens accounts without a letter: for the demonstration, where all sign in with one password. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final Passwords passwords;

    Accounts(AccountRepository accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Gives all these persons this password. */
    @SystemTransactional
    public void open(Collection<Long> persons, String password) {
        String hash = passwords.hash(password);
        persons.forEach(person -> accounts.setPassword(person, hash));
    }
}
