package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * Refuses parameters that there are not. Jenkins only warns of them, and goes on without: a restore with a misspelt {@code
 * mapNamespaces} would be one in place.
 */
public final class KnownParameters {
    private KnownParameters() {}

    /**
     * As {@link #check(Class, Set)}.
     *
     * @param place what the message begins with, such as the step's name
     */
    public static void check(String place, Class<?> type, Set<String> given) throws AbortException {
        try {
            check(type, given);
        } catch (AbortException e) {
            throw new AbortException(place + ": " + e.getMessage());
        }
    }

    /**
     * Checks the names.
     *
     * @param type of the step or choice
     * @param given the names that a Pipeline wrote
     * @throws AbortException that has every name that is none, and those that there are
     */
    public static void check(Class<?> type, Set<String> given) throws AbortException {
        List<String> known = DescribableModel.of(type).getParameters().stream()
                .map(DescribableParameter::getName)
                .toList();
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        unknown.remove(UninstantiatedDescribable.ANONYMOUS_KEY);
        if (!unknown.isEmpty()) {
            throw new AbortException(String.join(
                            ", ", unknown.stream().map(Shown::plain).toList())
                    + (unknown.size() == 1 ? ": no parameter is named so" : ": no parameters are named so")
                    + "; allowed: "
                    + String.join(", ", Names.nearestFirst(unknown.iterator().next(), known)));
        }
    }
}
