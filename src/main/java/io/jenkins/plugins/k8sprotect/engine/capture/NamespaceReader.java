package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.Selection;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the application's namespaces and captures their objects. A namespace that is named is read by name, for which a
 * Role in it suffices; only globs need the right to list namespaces.
 */
final class NamespaceReader {
    private static final ResourceType NAMESPACE =
            new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false);

    private final Cluster cluster;
    private final Selection selection;
    private final Intake intake;
    private final Consumer<Finding> findings;
    private final Refusals refusals;

    NamespaceReader(
            Cluster cluster, Selection selection, Intake intake, Consumer<Finding> findings, Refusals refusals) {
        this.cluster = cluster;
        this.selection = selection;
        this.intake = intake;
        this.findings = findings;
        this.refusals = refusals;
    }

    /** The names of the namespaces to look into. */
    Set<String> read() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : selection.explicitNamespaces()) {
            readByName(name, names);
        }
        if (selection.needsNamespaceList()) {
            readByList(names);
        }
        return names;
    }

    private void readByName(String name, Set<String> names) {
        try {
            Optional<KubeObject> namespace = cluster.get(NAMESPACE, "", name);
            if (namespace.isEmpty()) {
                findings.accept(Finding.failure(
                        "namespace-not-found",
                        new ObjectKey(NAMESPACE.groupKind(), "", name),
                        "the definition names namespace " + name + ", which the cluster does not have"));
                return;
            }
            take(header(namespace.get()), namespace.get().toBytes(), names);
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            names.add(name);
            findings.accept(Finding.attention(
                    "namespace-not-readable",
                    new ObjectKey(NAMESPACE.groupKind(), "", name),
                    e.getMessage() + "; its labels and annotations are NOT in this backup. A Role in " + name
                            + " with get on namespaces grants it."));
        }
    }

    private void readByList(Set<String> names) {
        try {
            cluster.list(NAMESPACE, "", o -> {
                if (selection.wantsNamespace(o.header().name())
                        && !names.contains(o.header().name())) {
                    take(o.header(), o.json(), names);
                }
            });
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            refusals.add(NAMESPACE.qualifiedResource(), "");
        }
    }

    private void take(ObjectHeader header, byte[] json, Set<String> names) {
        names.add(header.name());
        if (header.deleting()) {
            findings.accept(Finding.attention(
                    "namespace-terminating",
                    header.key(),
                    "the namespace is being deleted: what is left of it is in this backup"));
        }
        intake.consider(header, json);
    }

    private static ObjectHeader header(KubeObject o) {
        return new ObjectHeader(
                NAMESPACE,
                "",
                o.name(),
                o.uid(),
                o.labels(),
                o.annotations(),
                o.owners(),
                o.metadata().has("deletionTimestamp"));
    }
}
