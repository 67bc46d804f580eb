package io.jenkins.plugins.k8sprotect.steps;

/**
 * How an operation ended, with all that was kept of it.
 *
 * @param answer what came back
 * @param artifacts folder below the build's artifacts; empty if nothing was kept
 */
record Ending(Answer answer, String artifacts) {}
