package io.jenkins.plugins.k8sprotect.steps;

import java.io.Serializable;

/** What came back from the workspace: the text, or why there is none. Exceptions would lose their type on the way. */
final class DefinitionText implements Serializable {
    private static final long serialVersionUID = 1;

    private final String text;
    private final String problem;

    private DefinitionText(String text, String problem) {
        this.text = text;
        this.problem = problem;
    }

    static DefinitionText of(String text) {
        return new DefinitionText(text, null);
    }

    static DefinitionText failed(String problem) {
        return new DefinitionText(null, problem);
    }

    String text() {
        return text;
    }

    /** Null if it was read. */
    String problem() {
        return problem;
    }
}
