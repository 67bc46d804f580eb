/**
 * Clusters and storages: what an administrator names once, and what a Pipeline gives inline. They find credentials, and
 * make of them what the engine can use on an agent.
 *
 * <p>May import the engine and the Jenkins API; steps may import it.
 */
package io.jenkins.plugins.k8sprotect.config;
