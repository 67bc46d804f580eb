package io.jenkins.plugins.k8sprotect.engine.hook;

/** In how many of the pods that are chosen a command is run. */
public enum Target {
    /** In each of them, one after the other, by name. */
    ALL,
    /** In the first one by name. */
    ONE
}
