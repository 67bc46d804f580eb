package io.jenkins.plugins.k8sprotect.engine.result;

import java.io.Serializable;

/**
 * How long a phase of an operation took.
 *
 * @param phase a word for a person, such as {@code capture}
 * @param millis wall time in milliseconds
 */
public record Timing(String phase, long millis) implements Serializable {}
