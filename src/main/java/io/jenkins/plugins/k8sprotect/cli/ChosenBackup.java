package io.jenkins.plugins.k8sprotect.cli;

/**
 * The backup that the user means.
 *
 * @param application name of its application
 * @param idOrLatest its id, or {@link io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog#LATEST}
 */
record ChosenBackup(String application, String idOrLatest) {}
