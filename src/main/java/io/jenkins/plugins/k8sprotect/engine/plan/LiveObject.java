package io.jenkins.plugins.k8sprotect.engine.plan;

/**
 * What a plan needs to know of an object on the target.
 *
 * @param uid its uid
 * @param digest of its normal form; empty if the caller may not read it
 * @param deleting whether it is being deleted, or its namespace is
 */
public record LiveObject(String uid, String digest, boolean deleting) {}
