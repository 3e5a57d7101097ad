package fr.viaduc.people.signin;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sign-in by password. Every refusal is the same refusal, and takes the same work. */
@Service
class SignIn {

    private static final byte[] ALL_OTHERS = new byte[0];

    private final AccountRepository accounts;
    private final TriesRepository tries;
    private final Passwords passwords;
    private final Sessions sessions;
    private final EventLog log;
    private final Tokens tokens;

    SignIn(
            AccountRepository accounts,
            TriesRepository tries,
            Passwords passwords,
            Sessions sessions,
            EventLog log,
            Tokens tokens) {
        this.accounts = accounts;
        this.tries = tries;
        this.passwords = passwords;
        this.sessions = sessions;
        this.log = log;
        this.tokens = tokens;
    }

    /**
     * Opens a session when the password is right and the account open. Unknown, wrong, suspended, never activated, gone
     * or tried too often: three statements and one hash each, and an empty answer.
     *
     * @param newDevice the fingerprint under which the account will know the device; empty for a shared one
     * @param marked whether the device is shared for good: it then has an allowance of tries of its own too
     * @param kiosk whether the session is to be one of a shared device
     * @throws TooManySignIns when too many people sign in at this instant
     */
    Optional<Sessions.Opened> byPassword(
            String identifier, String password, Device device, byte[] newDevice, boolean marked, boolean kiosk) {
        Optional<Account> account = accounts.find(identifier, device);
        byte[] subject = subject(account, identifier);
        boolean known = marked || account.map(Account::deviceKnown).orElse(false);
        byte[] allowance = known ? device.hash() : ALL_OTHERS;
        boolean mayTry = tries.take(subject, allowance);
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        if (account.isEmpty() || !account.get().mayEnter() || !right || !mayTry) {
            log.add(SignInKind.REFUSED, account.map(Account::personId).orElse(null), device);
            return Optional.empty();
        }
        sessions.trust(account.get(), subject, allowance, newDevice);
        return Optional.of(sessions.open(account.get(), device, kiosk, false));
    }

    /** What tries are counted under: the account, however it was named, or the words that name nobody. */
    private byte[] subject(Optional<Account> account, String identifier) {
        String name = account.map(found -> "account " + found.personId())
                .orElseGet(() -> "nobody " + identifier.strip().toLowerCase(Locale.ROOT));
        return tokens.signature("tries", name);
    }
}
