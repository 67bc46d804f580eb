package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.app.Application;

/**
 * The application that an operation is about.
 *
 * @param name its name; for an operation on none what stands in its place
 * @param definition null where only the name was given
 * @param manifest file that a hook applies; empty for others
 */
record Subject(String name, Application definition, String manifest) {
    /** {@code  (namespaces shop, shop-db)}, or nothing where they are not known. */
    String namespaces() {
        if (definition == null || definition.namespaces().isEmpty()) {
            return "";
        }
        return " (namespaces "
                + String.join(
                        ", ",
                        definition.namespaces().stream().map(Object::toString).toList()) + ")";
    }
}
