package io.jenkins.plugins.k8sprotect.engine.plan;

/** What to do about an object that is present on the target and different. */
public enum ConflictPolicy {
    /** The restore is refused before anything is written. */
    FAIL,
    /** The present object stays. */
    SKIP,
    /** The present object is replaced by the one in the backup. */
    REPLACE
}
