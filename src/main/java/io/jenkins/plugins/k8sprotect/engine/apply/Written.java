package io.jenkins.plugins.k8sprotect.engine.apply;

/**
 * What became of one object.
 *
 * @param action {@code created}, {@code replaced}, {@code unchanged}, {@code skipped} or {@code failed}
 * @param uid its uid on the target, empty if it is not there
 */
record Written(String action, String uid) {
    static final String CREATED = "created";
    static final String REPLACED = "replaced";
    static final String UNCHANGED = "unchanged";
    static final String SKIPPED = "skipped";
    static final String FAILED = "failed";
}
