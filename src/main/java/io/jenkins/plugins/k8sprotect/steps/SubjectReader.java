package io.jenkins.plugins.k8sprotect.steps;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition;
import java.io.IOException;

/** Finds out which application a step is about. */
final class SubjectReader {
    private final Machine machine;

    SubjectReader(Machine machine) {
        this.machine = machine;
    }

    /**
     * @param definition what an earlier attempt read; empty if none did
     * @throws AbortException if there is no such file, or the definition has mistakes: all of them
     */
    Subject read(AppSource app, String definition) throws AgentAwayException, IOException, InterruptedException {
        if (app.kind() == AppSource.Kind.NAME) {
            return new Subject(app.text(), null, "");
        }
        String text = definition;
        if (text.isEmpty()) {
            text = app.kind() == AppSource.Kind.DEFINITION ? app.text() : file("app", app.text(), 1);
        }
        try {
            Application parsed = ApplicationParser.parse(text, app.kind() == AppSource.Kind.FILE ? app.text() : "app");
            return new Subject(parsed.name(), parsed, "");
        } catch (InvalidDefinition e) {
            throw new AbortException("app: the definition cannot be used\n" + e.getMessage());
        }
    }

    /**
     * A file of the workspace.
     *
     * @throws AbortException that names the parameter, if there is no such file in it, or no workspace
     */
    String file(String parameter, String name, int maxMebibytes) throws IOException, InterruptedException {
        if (machine.workspace() == null) {
            throw new AbortException(parameter + ": " + Problems.quoted(name)
                    + " is a file, and there is no workspace here; put the step into node { … }, or give the text"
                    + " itself");
        }
        WorkspaceText read = machine.workspace().act(new WorkspaceFile(parameter, name, maxMebibytes));
        if (read.problem() != null) {
            throw new AbortException(read.problem());
        }
        return read.text();
    }
}
