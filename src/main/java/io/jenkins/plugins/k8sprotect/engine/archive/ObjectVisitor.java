package io.jenkins.plugins.k8sprotect.engine.archive;

/** Takes the objects of a backup, one at a time. */
@FunctionalInterface
public interface ObjectVisitor {
    /**
     * @param row the object's row in the index
     * @param json its body, verified against the row's hash; the visitor's own to keep
     */
    void visit(IndexRow row, byte[] json);
}
