package hudson.security;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Puts back who acted before: tests need that. */
public class ACLContext implements AutoCloseable {
    private final SecurityContext previous;

    ACLContext(SecurityContext previous) {
        this.previous = previous;
    }

    @Override
    public void close() {
        SecurityContextHolder.setContext(previous);
    }
}
