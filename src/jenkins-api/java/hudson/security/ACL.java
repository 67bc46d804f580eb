package hudson.security;

import jenkins.model.Jenkins;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Sets who acts on a thread: tests need that. */
public abstract class ACL {
    public static final Authentication SYSTEM2 = new TestingAuthenticationToken("SYSTEM", "");

    public ACL() {}

    public static ACLContext as2(Authentication who) {
        SecurityContext previous = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        return new ACLContext(previous);
    }

    public boolean hasPermission2(Authentication who, Permission permission) {
        throw new UnsupportedOperationException();
    }

    public final boolean hasPermission(Permission permission) {
        return hasPermission2(Jenkins.getAuthentication2(), permission);
    }
}
