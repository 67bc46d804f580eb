/**
 * A job, its builds and an agent, as steps see them: on a disk, with real serialization where Jenkins serializes, and with
 * an end that may come at any time.
 */
package io.jenkins.plugins.k8sprotect.harness.build;
