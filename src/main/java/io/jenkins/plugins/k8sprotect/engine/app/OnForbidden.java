package io.jenkins.plugins.k8sprotect.engine.app;

/** What a kind or namespace that the definition asks for, but the caller may not read, does to a backup. */
public enum OnForbidden {
    /** The backup fails: what cannot be read is not protected. The default. */
    ERROR,
    /** The backup goes on without it, and its result names what was left out. */
    WARN
}
