package fr.viaduc.people.signin;

import fr.viaduc.web.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: fingerprint, face or code of the telephone, in place of the password or after it. The authenticator must
 * verify its user, so a passkey is two factors in one.
 */
@Controller
class PasskeyController {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String CREATION = "passkey_creation";
    private static final String REQUEST = "passkey_request";
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("passkey", "nobody", AuthorityUtils.createAuthorityList("NOBODY"));

    private final PasskeyRepository passkeys;
    private final CeremonyRepository ceremonies;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final SessionRepository sessionRepository;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;
    private final Stash stash;
    private final Confirmation confirmation;
    private final EventLog log;
    private final Organisation organisation;
    private final SignInSettings settings;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyController(
            PasskeyRepository passkeys,
            CeremonyRepository ceremonies,
            AccountRepository accounts,
            Sessions sessions,
            SessionRepository sessionRepository,
            SessionCookies sessionCookies,
            Cookies cookies,
            Stash stash,
            Confirmation confirmation,
            EventLog log,
            Organisation organisation,
            SignInSettings settings) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.sessions = sessions;
        this.sessionRepository = sessionRepository;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
        this.stash = stash;
        this.confirmation = confirmation;
        this.log = log;
        this.organisation = organisation;
        this.settings = settings;
    }

    /** The options to make a passkey, for whoever is signed in, or must set up a second factor. */
    @PostMapping("/connexion/cle/creation")
    ResponseEntity<String> creationOptions(HttpServletRequest request, HttpServletResponse response) {
        Session session = SessionFilter.of(request);
        if (session == null || !maySetUp(session)) {
            return ResponseEntity.status(HttpServletResponse.SC_FORBIDDEN).build();
        }
        PublicKeyCredentialCreationOptions options = relyingParty(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(new SignedIn(session.viewer())));
        keep(request, response, CREATION, session.personId(), options);
        return answer(json.writeValueAsString(options));
    }

    @PostMapping("/connexion/cle/enregistrement")
    ResponseEntity<String> register(
            HttpServletRequest request, HttpServletResponse response, @RequestBody String body) {
        Session session = SessionFilter.of(request);
        Optional<PublicKeyCredentialCreationOptions> options =
                take(request, response, CREATION, PublicKeyCredentialCreationOptions.class);
        if (session == null || !maySetUp(session) || options.isEmpty()) {
            return refused();
        }
        PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                json.readValue(body, new TypeReference<>() {});
        Device device = sessionCookies.device(request);
        try {
            relyingParty(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options.get(), new RelyingPartyPublicKey(credential, device.label())));
        } catch (RuntimeException notAccepted) {
            return refused();
        }
        sessionRepository.secondFactorGiven(session.id());
        log.add(SignInKind.SECOND_FACTOR_ADDED, session.personId(), device);
        return answer(json.writeValueAsString(
                Map.of("next", session.hasSecondFactor() ? "/profil/securite" : "/profil/securite/codes")));
    }

    /** The options to prove that one has a passkey; they name nobody. */
    @PostMapping("/connexion/cle/demande")
    ResponseEntity<String> requestOptions(HttpServletRequest request, HttpServletResponse response) {
        if (!cookies.allowed(request)) {
            return refused();
        }
        PublicKeyCredentialRequestOptions options = relyingParty(request)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
        keep(request, response, REQUEST, null, options);
        return answer(json.writeValueAsString(options));
    }

    /** Signs in, or gives the second factor of the session that awaits one. */
    @PostMapping("/connexion/cle")
    ResponseEntity<String> signIn(HttpServletRequest request, HttpServletResponse response, @RequestBody String body) {
        Optional<PublicKeyCredentialRequestOptions> options =
                take(request, response, REQUEST, PublicKeyCredentialRequestOptions.class);
        if (options.isEmpty()) {
            return refused();
        }
        Optional<Account> account = authenticate(request, options.get(), body).filter(Account::mayEnter);
        Device device = sessionCookies.device(request);
        Session session = SessionFilter.of(request);
        if (account.isEmpty()
                || (session != null && session.personId() != account.get().personId())) {
            log.add(SignInKind.REFUSED, null, device);
            return refused();
        }
        if (session != null) {
            sessionRepository.secondFactorGiven(session.id());
        } else {
            boolean kiosk = sessionCookies.isKiosk(request);
            sessionCookies.keep(request, response, sessions.open(account.get(), device, kiosk, true), null);
        }
        String next = stash.next(request, response, account.get().personId(), "");
        return answer(json.writeValueAsString(Map.of("next", next)));
    }

    private Optional<Account> authenticate(
            HttpServletRequest request, PublicKeyCredentialRequestOptions options, String body) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(body, new TypeReference<>() {});
            var user = relyingParty(request).authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            Long person = passkeys.personOf(user.getId());
            return person == null ? Optional.empty() : accounts.find(person);
        } catch (RuntimeException notAccepted) {
            return Optional.empty();
        }
    }

    /**
     * Where one is already protected, a stolen password is not enough to add a factor; nor is a session that was left
     * open on a desk.
     */
    private boolean maySetUp(Session session) {
        return (session.awaitsSecondFactor() ? !session.hasSecondFactor() : confirmation.isRecent(session.id()))
                && !session.viewer().kiosk()
                && !session.viewer().preview();
    }

    /** Passkeys belong to the network's address; without a setting, to that of the request. */
    private Webauthn4JRelyingPartyOperations relyingParty(HttpServletRequest request) {
        String origin = settings.address().isBlank() ? origin(request) : settings.address();
        var network = PublicKeyCredentialRpEntity.builder()
                .id(URI.create(origin).getHost())
                .name("Viaduc · " + organisation.name())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(passkeys.users(), passkeys, network, Set.of(origin));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    private void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            String kind,
            @Nullable Long personId,
            java.io.Serializable options) {
        String token = Tokens.random();
        ceremonies.keep(token, kind, personId, options, LIFE);
        cookies.write(request, response, Cookies.CEREMONY, token, LIFE);
    }

    private <T extends java.io.Serializable> Optional<T> take(
            HttpServletRequest request, HttpServletResponse response, String kind, Class<T> type) {
        String token = cookies.read(request, Cookies.CEREMONY);
        if (token == null) {
            return Optional.empty();
        }
        cookies.clear(request, response, Cookies.CEREMONY);
        return ceremonies.take(token, kind, type);
    }

    private static ResponseEntity<String> answer(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}");
    }
}
