package fr.viaduc.people.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may ask for what, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final String[] FOR_EVERYBODY = {
        "/connexion",
        "/connexion/**",
        "/deconnexion",
        "/activation",
        "/activation/**",
        "/mot-de-passe-oublie",
        "/mot-de-passe-oublie/**",
        "/accessibilite",
        "/aide",
        "/aide/**",
        // An address that is itself the proof: see the blog's feeds.
        "/blog/atom/*",
        "/sante",
        "/assets/**",
        "/error",
        "/favicon.ico",
        "/robots.txt",
        "/manifest.webmanifest",
        "/sw.js",
    };

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY = "accelerometer=(), browsing-topics=(), camera=(), "
            + "display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SessionFilter sessions,
            SameOriginFilter sameOrigin,
            FormTokens forms,
            EntryPoint entry) {
        return http.securityContext(context -> context.securityContextRepository(new ViewerContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(forms)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(false))
                        .frameOptions(frame -> frame.deny())
                        // Pages say no-store themselves; files and assets say what suits them.
                        .cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers("/administration/**")
                        .hasAnyRole("ADMINISTRATOR", "HUMAN_RESOURCES", "COMMUNICATION", "MODERATOR")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entry).accessDeniedHandler(entry))
                .addFilterBefore(sessions, SecurityContextHolderFilter.class)
                .addFilterAfter(sameOrigin, HeaderWriterFilter.class)
                .build();
    }

    /** Nobody signs in through Spring's own manager; the bean keeps Boot from inventing a user with a password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign-in goes through its own pages");
        };
    }

    @Bean
    static FilterRegistrationBean<SessionFilter> sessionFilterOnlyInTheChain(SessionFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    static FilterRegistrationBean<SameOriginFilter> sameOriginFilterOnlyInTheChain(SameOriginFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
