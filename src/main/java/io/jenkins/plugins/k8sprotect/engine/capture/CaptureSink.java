package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;

/** Takes captured objects. Called from several threads. */
@FunctionalInterface
public interface CaptureSink {
    /**
     * Takes one object.
     *
     * @param json its bytes, complete with {@code apiVersion} and {@code kind}
     */
    void add(ObjectHeader header, byte[] json);
}
