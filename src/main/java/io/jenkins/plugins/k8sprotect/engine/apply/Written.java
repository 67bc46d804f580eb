package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;

/**
 * What became of one object.
 *
 * @param action {@code created}, {@code replaced}, {@code unchanged}, {@code skipped} or {@code failed}
 * @param uid its uid on the target, empty if it is not there
 * @param finding what a reader should know about it, or null
 */
record Written(String action, String uid, Finding finding) {
    static final String CREATED = "created";
    static final String REPLACED = "replaced";
    static final String UNCHANGED = "unchanged";
    static final String SKIPPED = "skipped";
    static final String FAILED = "failed";

    Written(String action, String uid) {
        this(action, uid, null);
    }
}
