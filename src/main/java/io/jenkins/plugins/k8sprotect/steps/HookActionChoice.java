package io.jenkins.plugins.k8sprotect.steps;

import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import java.io.Serializable;

/** What a hook does: a nested choice of the steps. Persisted with a running build. */
public abstract class HookActionChoice extends AbstractDescribableImpl<HookActionChoice> implements Serializable {
    private static final long serialVersionUID = 1;

    /** Whether it may be done once more where it is not known how far it came. */
    abstract boolean isRepeatable();

    /** Everything that is wrong with it and can be known before anything is touched. */
    abstract void check(Problems problems);

    /** A file of the workspace that it needs; empty if there is none. */
    String file() {
        return "";
    }

    /**
     * For the engine.
     *
     * @param fileText text of {@link #file}
     */
    abstract HookAction action(String fileText);

    /** What it allows beside. */
    HookOptions options(HookOptions options) {
        return options;
    }

    /** As people may see it: no command and no manifest, where a secret may be. */
    abstract String shown();
}
