package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.app.Selection;

/** Selections as a user writes them. */
final class Definitions {
    private Definitions() {}

    /** {@code spec} is in YAML's flow form. */
    static Selection selection(String spec) {
        return Selection.of(ApplicationParser.parse(
                "apiVersion: protect.k8s.jenkins.io/v1\nkind: Application\nmetadata: {name: shop}\nspec: " + spec
                        + "\n",
                "test"));
    }
}
