/** What {@code ./demo} starts: a Jenkinsfile in the harness, on the clusters and the storage that the script has started. */
package io.jenkins.plugins.k8sprotect.harness.demo;
