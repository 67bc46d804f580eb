/**
 * Selects and reads what belongs to an application, out of a live cluster.
 *
 * <p>May import {@code app}, {@code cluster}, {@code event}, {@code object} and {@code result}. What is listed, in which
 * order, and what is left out are pure decisions ({@link
 * io.jenkins.plugins.k8sprotect.engine.capture.ListPlan}, {@link
 * io.jenkins.plugins.k8sprotect.engine.capture.ControllerMade}); only {@link
 * io.jenkins.plugins.k8sprotect.engine.capture.Capture} talks to the cluster. Objects go to a sink as raw bytes as they
 * arrive; none is kept in memory.
 */
package io.jenkins.plugins.k8sprotect.engine.capture;
