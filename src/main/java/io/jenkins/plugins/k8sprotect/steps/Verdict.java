package io.jenkins.plugins.k8sprotect.steps;

/** What an operation's outcome does to the build. */
enum Verdict {
    /** The step returns, and the build stays as it is. */
    PASS,
    /** The step returns, and build and stage are unstable. */
    UNSTABLE,
    /** The step fails. */
    FAIL
}
