package io.jenkins.plugins.k8sprotect.engine.hook;

import java.io.Serializable;

/** What a hook does. A value: it holds no connection, and can travel to another machine. */
public sealed interface HookAction extends Serializable permits ExecAction, ApplyAction {
    /** A word for phases and messages, such as {@code exec}. */
    String verb();

    /**
     * Checks what can be checked without a cluster.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    void check();

    /**
     * Carries it out. What goes wrong with it is told by the report.
     *
     * @throws io.jenkins.plugins.k8sprotect.engine.cluster.ApiException if the cluster failed before anything was done
     * @throws java.util.concurrent.CancellationException if a stop was asked for before anything was done
     */
    HookReport run(HookContext context);
}
