package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.LabelSelector;
import java.util.List;
import java.util.Objects;

/**
 * A command in containers of running and ready pods.
 *
 * @param selector label selector in Kubernetes' text form, such as {@code app=db} or {@code tier in (a,b),!canary}; empty
 *     if {@code pod} is given
 * @param pod name of the one pod; empty if {@code selector} is given
 * @param container name of the container; empty for the one that the annotation {@code
 *     kubectl.kubernetes.io/default-container} names, else the first
 * @param command program and arguments, given to it as they are: there is a shell only if the command is one. It stands in
 *     the API server's audit log, so no secret should be in it
 * @param target in how many pods
 */
public record ExecAction(String selector, String pod, String container, List<String> command, Target target)
        implements HookAction {
    /** @throws IllegalArgumentException that names the parameter, what was found and what is allowed */
    public ExecAction {
        Objects.requireNonNull(target, "target");
        command = List.copyOf(command);
        if (selector.isBlank() == pod.isBlank()) {
            throw new IllegalArgumentException("selector and pod: found " + (pod.isBlank() ? "neither" : "both")
                    + "; allowed: one of them, such as selector app=db, or pod db-0");
        }
        selectorOf(selector);
        if (command.isEmpty() || command.get(0).isEmpty()) {
            throw new IllegalArgumentException(
                    "command: found no program; allowed: a program and its arguments, such as sync -f");
        }
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("command: found a zero character; no argument of a program has one");
        }
    }

    /** Reads the selector. */
    LabelSelector labels() {
        return selectorOf(selector);
    }

    private static LabelSelector selectorOf(String text) {
        try {
            return LabelSelector.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("selector: " + e.getMessage());
        }
    }

    @Override
    public String verb() {
        return "exec";
    }

    /** All of it is checked when it is made. */
    @Override
    public void check() {}

    @Override
    public HookReport run(HookContext context) {
        return new ExecRun(this, context).run();
    }

    /** For messages: which pods are meant. */
    String pods() {
        return pod.isBlank() ? "selector " + selector : "pod " + pod;
    }

    /** Without the command, which may hold a secret. */
    @Override
    public String toString() {
        return "ExecAction[" + pods() + ", container " + container + ", " + target + "]";
    }
}
