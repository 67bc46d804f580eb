package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

public abstract class SecurityRealm implements Describable<SecurityRealm>, ExtensionPoint {
    public static final GrantedAuthority AUTHENTICATED_AUTHORITY2 = new SimpleGrantedAuthority("authenticated");

    public SecurityRealm() {}
}
