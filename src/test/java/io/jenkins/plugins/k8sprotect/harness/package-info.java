/**
 * A Jenkins for tests, without Jenkins: it binds the plugin's real steps as Jenkins does, runs Jenkinsfiles, and keeps jobs
 * and builds on a disk.
 */
package io.jenkins.plugins.k8sprotect.harness;
