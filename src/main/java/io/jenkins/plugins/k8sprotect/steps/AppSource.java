package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.plan.NamespacePairs;
import java.io.Serializable;

/**
 * The parameter {@code app}: a file of the workspace, the definition itself, or, where a backup is looked for, the
 * application's name. Persisted with a running build.
 */
final class AppSource implements Serializable {
    private static final long serialVersionUID = 1;

    /** What was given. */
    enum Kind {
        FILE,
        DEFINITION,
        NAME
    }

    private final Kind kind;
    private final String text;

    private AppSource(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** A definition or a file with one. */
    static AppSource definition(String app) throws AbortException {
        return of(app, false, "the definition's file in the workspace, such as 'k8s/shop.yaml', or its text");
    }

    /** A definition, a file with one, or a name. What could be a name is one: a file has a dot or a slash. */
    static AppSource nameOrDefinition(String app) throws AbortException {
        return of(
                app,
                true,
                "the application's name, such as 'shop', or its definition: a file in the workspace, or the text");
    }

    private static AppSource of(String app, boolean mayBeName, String allowed) throws AbortException {
        if (app == null || app.isBlank()) {
            throw new AbortException("app: found nothing; allowed: " + allowed);
        }
        if (app.strip().indexOf('\n') >= 0
                || app.strip().startsWith("apiVersion")
                || app.strip().startsWith("{")) {
            return new AppSource(Kind.DEFINITION, app);
        }
        String line = app.strip();
        if (mayBeName && NamespacePairs.isName(line)) {
            return new AppSource(Kind.NAME, line);
        }
        return new AppSource(Kind.FILE, line);
    }

    Kind kind() {
        return kind;
    }

    /** The file's path, the definition, or the name. */
    String text() {
        return text;
    }

    /** As people may see it. */
    String shown() {
        return kind == Kind.DEFINITION ? "the definition in the Pipeline" : text;
    }
}
