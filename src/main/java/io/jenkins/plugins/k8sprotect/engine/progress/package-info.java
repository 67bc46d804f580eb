/**
 * What an operation tells, as lines for a person: a line a phase, at most one every few seconds while it runs.
 *
 * <p>May import {@code event} and {@code result}. Lines hold no control characters, whatever a cluster's names hold.
 */
package io.jenkins.plugins.k8sprotect.engine.progress;
