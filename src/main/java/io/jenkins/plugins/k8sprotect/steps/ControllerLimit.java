package io.jenkins.plugins.k8sprotect.steps;

/** How many operations may run in the controller's own process. */
final class ControllerLimit {
    private ControllerLimit() {}

    static int get() {
        return 2;
    }
}
