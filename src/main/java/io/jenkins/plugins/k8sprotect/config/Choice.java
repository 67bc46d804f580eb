package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import java.util.List;

/** A nested choice of the steps that an administrator can give a name. Holds no secret. */
public abstract class Choice<T extends Choice<T>> extends AbstractDescribableImpl<T> implements Serializable {
    private static final long serialVersionUID = 1;

    /** What is wrong with the parameters themselves, each by name; empty if nothing. Nothing is contacted. */
    protected List<String> mistakes() {
        return List.of();
    }

    /** @throws AbortException that names every mistake */
    final void refuseMistakes() throws AbortException {
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw new AbortException(shown() + ": " + String.join("; ", mistakes));
        }
    }

    /** As people may see it: its name, or what it is, such as {@code kubeconfig kube-prod, context admin}. */
    public abstract String shown();
}
