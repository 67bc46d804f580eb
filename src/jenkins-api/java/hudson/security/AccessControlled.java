package hudson.security;

import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Asks its ACL: tests need that. */
public interface AccessControlled {
    ACL getACL();

    default void checkPermission(Permission permission) throws AccessDeniedException {
        if (!hasPermission(permission)) {
            throw new AccessDeniedException("missing the " + permission.name + " permission");
        }
    }

    default boolean hasPermission(Permission permission) {
        return hasPermission2(Jenkins.getAuthentication2(), permission);
    }

    default boolean hasPermission2(Authentication who, Permission permission) {
        return getACL().hasPermission2(who, permission);
    }
}
