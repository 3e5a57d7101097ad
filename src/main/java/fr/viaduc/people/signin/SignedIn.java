package fr.viaduc.people.signin;

import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The viewer, as Spring Security's rules know them. */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Viewer viewer;

    SignedIn(Viewer viewer) {
        super(
                viewer.roles().isEmpty()
                        ? List.of()
                        : viewer.roles().stream().map(SignedIn::authority).toList());
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getName() {
        return Long.toString(viewer.id());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    private static SimpleGrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }
}
