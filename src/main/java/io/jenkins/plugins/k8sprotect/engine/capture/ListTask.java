package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;

/**
 * One list to be read.
 *
 * @param type what is listed
 * @param namespace where, empty for a cluster-scoped type
 */
record ListTask(ResourceType type, String namespace) {}
