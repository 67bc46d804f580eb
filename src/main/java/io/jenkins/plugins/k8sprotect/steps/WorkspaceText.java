package io.jenkins.plugins.k8sprotect.steps;

import java.io.Serializable;

/** What came back from the workspace: the text, or why there is none. Exceptions would lose their type on the way. */
final class WorkspaceText implements Serializable {
    private static final long serialVersionUID = 1;

    private final String text;
    private final String problem;

    private WorkspaceText(String text, String problem) {
        this.text = text;
        this.problem = problem;
    }

    static WorkspaceText of(String text) {
        return new WorkspaceText(text, null);
    }

    static WorkspaceText failed(String problem) {
        return new WorkspaceText(null, problem);
    }

    String text() {
        return text;
    }

    /** Null if it was read. */
    String problem() {
        return problem;
    }
}
