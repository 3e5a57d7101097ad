package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Organisation;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Opens sessions within the limits that fit the person and the device. */
@Service
class Sessions {

    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final TriesRepository tries;
    private final EventLog log;
    private final SignInSettings settings;
    private final Organisation organisation;

    Sessions(
            SessionRepository sessions,
            AccountRepository accounts,
            TriesRepository tries,
            EventLog log,
            SignInSettings settings,
            Organisation organisation) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tries = tries;
        this.log = log;
        this.settings = settings;
        this.organisation = organisation;
    }

    /**
     * Opens a session for somebody who has just proved who they are.
     *
     * @param secondFactorGiven whether the proof counts as two factors (a passkey with verification of its user)
     */
    @SystemTransactional
    public Opened open(Account account, Device device, boolean kiosk, boolean secondFactorGiven) {
        String token = Tokens.random();
        boolean sensitive = account.sensitive() && !organisation.demo();
        Duration absolute = sensitive || kiosk ? settings.administratorAbsolute() : settings.absolute();
        long id = sessions.open(
                token, account.personId(), idle(sensitive, kiosk), absolute, kiosk, device, secondFactorGiven);
        log.add(SignInKind.SIGNED_IN, account.personId(), device);
        boolean awaits = !secondFactorGiven && !organisation.demo() && (account.sensitive() || account.totp());
        return new Opened(id, account.personId(), token, absolute, kiosk, awaits);
    }

    /** The device may have an allowance of tries of its own, and the allowance used is whole again. */
    @SystemTransactional
    public void trust(Account account, byte[] subject, byte[] usedAllowance, byte[] device) {
        tries.giveBack(subject, usedAllowance);
        if (device.length > 0) {
            accounts.know(account.personId(), device);
        }
    }

    private Duration idle(boolean sensitive, boolean kiosk) {
        if (kiosk) {
            return settings.kioskIdle();
        }
        return sensitive ? settings.administratorIdle() : settings.idle();
    }

    /** A session just opened; the token goes to the cookie and nowhere else. */
    record Opened(long id, long personId, String token, Duration absolute, boolean kiosk, boolean awaitsSecondFactor) {

        /** Never prints the token. */
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }
}
