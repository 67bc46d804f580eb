package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;

/**
 * One object of a manifest. May hold what is secret.
 *
 * @param line line where it begins, from 1
 * @param object the object
 */
public record ManifestDocument(int line, KubeObject object) {}
