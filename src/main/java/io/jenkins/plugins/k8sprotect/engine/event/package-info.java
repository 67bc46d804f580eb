/**
 * What an operation tells while it runs, and what it is told: progress and log lines go to an {@link
 * io.jenkins.plugins.k8sprotect.engine.event.EventSink}, a request to stop comes from a {@link
 * io.jenkins.plugins.k8sprotect.engine.event.CancelToken}. No logger is passed around.
 *
 * <p>A leaf: imports nothing of this project. Events carry no secret: names, counts and times only, and of a
 * hook's command the last lines of its output, with the caller's secrets masked.
 */
package io.jenkins.plugins.k8sprotect.engine.event;
