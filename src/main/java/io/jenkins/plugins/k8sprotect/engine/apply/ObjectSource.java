package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.archive.ObjectVisitor;
import java.util.function.Predicate;

/** Gives the bodies of backed-up objects, as often as they are asked for. */
@FunctionalInterface
public interface ObjectSource {
    void read(Predicate<IndexRow> wanted, ObjectVisitor visitor);
}
