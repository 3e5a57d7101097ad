package fr.viaduc.people.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an organisation may change about sign-in.
 *
 * @param idle a session left alone this long ends
 * @param absolute a session ends this long after sign-in, whatever happens
 * @param administratorIdle the same for administrators, human resources and moderators
 * @param administratorAbsolute the same for administrators, human resources and moderators
 * @param kioskIdle the same on a shared device
 * @param hashes how many passwords are computed at the same time (46 MiB of memory each)
 * @param insecureCookies cookies without {@code Secure} over plain HTTP from elsewhere than this machine: for a trial
 *     on a closed network, never otherwise
 * @param address where the network is reached ("https://viaduc.agglo-chaumont.fr"): printed in letters, sent in
 *     e-mails, and the name under which passkeys are made; empty: that of the request, and no e-mail with links
 */
@ConfigurationProperties("viaduc.sign-in")
record SignInSettings(
        @DefaultValue("12h") Duration idle,
        @DefaultValue("30d") Duration absolute,
        @DefaultValue("2h") Duration administratorIdle,
        @DefaultValue("12h") Duration administratorAbsolute,
        @DefaultValue("3m") Duration kioskIdle,
        @DefaultValue("3") int hashes,
        @DefaultValue("false") boolean insecureCookies,
        @DefaultValue("") String address) {}
