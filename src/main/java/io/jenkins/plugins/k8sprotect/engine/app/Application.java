package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What an application is, as its owner defined it. {@link ApplicationParser} makes it, {@link Selection} decides by
 * it.
 *
 * @param name DNS label of at most 63 characters
 * @param namespaces its own namespaces; may be empty if it has clusterScoped rules alone
 * @param include rules that select in those namespaces; empty: everything in them
 * @param exclude rules that leave out, whatever selected it
 * @param clusterScoped rules that select cluster-scoped objects; empty: none but the Namespaces of its own
 * @param onForbidden what an unreadable kind or namespace does
 * @param source the definition as given, to be kept with a backup
 */
public record Application(
        String name,
        List<NamePattern> namespaces,
        List<Rule> include,
        List<Rule> exclude,
        List<Rule> clusterScoped,
        OnForbidden onForbidden,
        String source)
        implements Serializable {
    /** Value of {@code apiVersion} in a definition. */
    public static final String API_VERSION = "protect.k8s.jenkins.io/v1";

    /** Value of {@code kind} in a definition. */
    public static final String KIND = "Application";

    /** Label that, with the value {@code true}, leaves any object out of every application. */
    public static final String EXCLUDE_LABEL = "k8s-protect.jenkins.io/exclude";

    public Application {
        Objects.requireNonNull(name, "name");
        namespaces = List.copyOf(namespaces);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        clusterScoped = List.copyOf(clusterScoped);
        Objects.requireNonNull(onForbidden, "onForbidden");
        Objects.requireNonNull(source, "source");
    }
}
