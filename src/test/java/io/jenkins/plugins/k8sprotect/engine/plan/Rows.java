package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.List;
import java.util.stream.Stream;

/** Rows of a backup's index, with the uids of {@link Samples#uid}. */
final class Rows {
    private Rows() {}

    static IndexRow row(ResourceType type, String namespace, String name, OwnerReference... owners) {
        return new IndexRow(type, namespace, name, Samples.uid(type, name), List.of(owners), "", 0, 0);
    }

    /** The body that belongs to a row; {@code content} is JSON that follows the metadata. */
    static KubeObject body(IndexRow row, String content) {
        KubeObject body = Samples.object("{'apiVersion': '" + row.type().apiVersion() + "', 'kind': '"
                + row.type().kind() + "', 'metadata': {'name': '" + row.name() + "'}"
                + (content.isEmpty() ? "" : ", " + content) + "}");
        if (!row.namespace().isEmpty()) {
            body.metadata().put("namespace", row.namespace());
        }
        Stream.of(row.uid()).filter(u -> !u.isEmpty()).forEach(u -> body.metadata()
                .put("uid", u));
        return body;
    }
}
