package io.jenkins.plugins.k8sprotect.engine.archive;

/**
 * A backup that was made.
 *
 * @param manifest its description
 * @param details what belongs to it and may be secret
 */
public record FinishedBackup(Manifest manifest, Details details) {}
