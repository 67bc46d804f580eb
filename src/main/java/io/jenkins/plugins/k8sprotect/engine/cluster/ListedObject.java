package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;

/**
 * One object out of a list.
 *
 * @param header its header
 * @param json its bytes as the server sent them, with {@code apiVersion} and {@code kind} added where a list leaves
 *     them out
 */
public record ListedObject(ObjectHeader header, byte[] json) {}
