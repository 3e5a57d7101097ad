package fr.viaduc.people.signin;

import fr.viaduc.web.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Choosing a password: with a code from a letter, by the link of an e-mail, or knowing the one before. */
@Service
class Activation {

    private static final Duration TICKET_LIFE = Duration.ofMinutes(20);
    private static final String TICKET = "activation";
    private static final byte[] ANY_DEVICE = new byte[0];

    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final TriesRepository tries;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final Sessions sessions;
    private final EventLog log;
    private final Tokens tokens;
    private final Clock clock;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Activation(
            AccountRepository accounts,
            CodeRepository codes,
            TriesRepository tries,
            Passwords passwords,
            PasswordRule rule,
            Sessions sessions,
            EventLog log,
            Tokens tokens,
            Clock clock,
            Organisation organisation,
            @Qualifier("system") JdbcClient jdbc,
            @Qualifier("systemTransactionManager") PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.codes = codes;
        this.tries = tries;
        this.passwords = passwords;
        this.rule = rule;
        this.sessions = sessions;
        this.log = log;
        this.tokens = tokens;
        this.clock = clock;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A sealed ticket for the next step when matricule and code go together; nothing else is told. */
    Optional<String> begin(String identifier, String typedCode, Device device) {
        Optional<Account> account = accounts.find(identifier, device);
        LetterCode code = LetterCode.typed(typedCode);
        Optional<Long> right = codes.check(account.map(Account::personId).orElse(0L), code);
        if (right.isEmpty() || account.isEmpty() || !account.get().mayEnter()) {
            log.add(SignInKind.REFUSED, account.map(Account::personId).orElse(null), device);
            return Optional.empty();
        }
        long until = clock.instant().plus(TICKET_LIFE).getEpochSecond();
        return Optional.of(
                tokens.sealed(TICKET, right.get() + ":" + account.get().personId() + ":" + until));
    }

    /** Whose ticket it is; empty when it is not one, or too old. */
    Optional<Account> holder(@Nullable String ticket) {
        return read(ticket).flatMap(read -> accounts.find(read.personId())).filter(Account::mayEnter);
    }

    /** What is wrong with the password, as the key of a text; empty when it will do. */
    Optional<String> objection(long personId, String password) {
        return rule.objection(password, context(personId));
    }

    /** Sets the password and signs in; empty when the code has meanwhile been used, replaced or has expired. */
    Optional<Sessions.Opened> complete(@Nullable String ticket, String password, Device device, boolean kiosk) {
        Optional<Ticket> read = read(ticket);
        Optional<Account> account = holder(ticket);
        if (read.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        String hash = passwords.hash(password);
        return transaction.execute(
                status -> codes.use(read.get().codeId(), read.get().personId())
                        ? Optional.of(chosen(account.get(), hash, SignInKind.ACTIVATED, device, kiosk, false))
                        : Optional.<Sessions.Opened>empty());
    }

    /** As {@link #complete}, by the link of an e-mail. */
    Optional<Sessions.Opened> completeByLink(String token, String password, Device device, boolean kiosk) {
        Optional<Account> account = byLink(token);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        String hash = passwords.hash(password);
        return transaction.execute(status -> codes.useLink(token)
                ? Optional.of(chosen(account.get(), hash, SignInKind.PASSWORD_CHANGED, device, kiosk, false))
                : Optional.<Sessions.Opened>empty());
    }

    Optional<Account> byLink(String token) {
        return codes.personOfLink(token).flatMap(accounts::find).filter(Account::mayEnter);
    }

    /** Whether this is the password of the person, who is signed in; tries are counted like those of sign-in. */
    boolean knows(long personId, String password) {
        byte[] subject = tokens.signature("tries", "confirmation " + personId);
        boolean mayTry = tries.take(subject, ANY_DEVICE);
        boolean right = passwords.matches(
                password, accounts.find(personId).map(Account::passwordHash).orElse(null));
        if (!mayTry || !right) {
            return false;
        }
        tries.giveBack(subject, ANY_DEVICE);
        return true;
    }

    /** A new password in place of one that is known: every session ends but the new one opened here. */
    Sessions.Opened change(Account account, String password, Device device, boolean kiosk, boolean secondFactorGiven) {
        String hash = passwords.hash(password);
        Sessions.Opened opened = transaction.execute(
                status -> chosen(account, hash, SignInKind.PASSWORD_CHANGED, device, kiosk, secondFactorGiven));
        return java.util.Objects.requireNonNull(opened);
    }

    private Sessions.Opened chosen(
            Account account, String hash, SignInKind kind, Device device, boolean kiosk, boolean secondFactorGiven) {
        accounts.setPassword(account.personId(), hash);
        log.add(kind, account.personId(), device);
        return sessions.open(account, device, kiosk, secondFactorGiven);
    }

    private List<String> context(long personId) {
        var words = new ArrayList<String>(
                List.of("viaduc", organisation.name(), organisation.line1(), organisation.line2()));
        jdbc.sql("select first_name, last_name, staff_number, email from people.person where id = ?")
                .param(personId)
                .query((row, number) -> {
                    words.add(row.getString("first_name"));
                    words.add(row.getString("last_name"));
                    if (row.getString("staff_number") != null) {
                        words.add(row.getString("staff_number"));
                    }
                    if (row.getString("email") != null) {
                        words.add(row.getString("email").replaceFirst("@.*", ""));
                    }
                    return personId;
                })
                .list();
        return words;
    }

    private Optional<Ticket> read(@Nullable String sealed) {
        String value = tokens.opened(TICKET, sealed);
        if (value == null) {
            return Optional.empty();
        }
        String[] parts = value.split(":", -1);
        return Long.parseLong(parts[2]) < clock.instant().getEpochSecond()
                ? Optional.empty()
                : Optional.of(new Ticket(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }

    private record Ticket(long codeId, long personId) {}
}
