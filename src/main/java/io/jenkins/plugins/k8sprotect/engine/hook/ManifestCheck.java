package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.ManifestDocument;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides for each document where it goes, and refuses what may not go there. Pure; all that is wrong is told at once. */
final class ManifestCheck {
    private final String source;
    private final String namespace;
    private final HookOptions options;
    private final ApiCatalogue catalogue;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Finding> mistakes = new ArrayList<>();

    /** An object that can be applied as it is. */
    record Ready(int line, ResourceType type, KubeObject object) {
        ObjectKey key() {
            return type.key(object.namespace(), object.name());
        }
    }

    /** @param source what the manifest is called in messages */
    ManifestCheck(String source, String namespace, HookOptions options, ApiCatalogue catalogue) {
        this.source = source;
        this.namespace = namespace;
        this.options = options;
        this.catalogue = catalogue;
    }

    ManifestCheck of(List<ManifestDocument> documents) {
        documents.forEach(this::check);
        return this;
    }

    /** In the order of the manifest. */
    List<Ready> ready() {
        return ready;
    }

    List<Finding> mistakes() {
        return mistakes;
    }

    private void check(ManifestDocument document) {
        KubeObject object = document.object();
        Optional<ResourceType> type = catalogue.find(object.apiVersion(), object.kind());
        if (type.isEmpty()) {
            wrong(
                    document,
                    "the cluster serves no " + object.apiVersion() + " " + object.kind()
                            + "; correct it, or install its definition with a hook before this one");
            return;
        }
        String named = object.namespace();
        if (!type.get().namespaced()) {
            if (!named.isEmpty()) {
                wrong(document, "lives in no namespace, and metadata.namespace names " + named + "; leave it out");
            } else if (!options.clusterScoped()) {
                wrong(document, "lives in no namespace; that must be allowed explicitly");
            }
        } else if (named.isEmpty()) {
            object.metadata().put("namespace", namespace);
        } else if (!named.equals(namespace) && !options.otherNamespaces()) {
            wrong(
                    document,
                    "metadata.namespace is " + named + ", and the hook's is " + namespace
                            + "; other namespaces must be allowed explicitly");
        }
        ready.add(new Ready(document.line(), type.get(), object));
    }

    private void wrong(ManifestDocument document, String why) {
        KubeObject object = document.object();
        mistakes.add(Finding.failure(
                "manifest",
                null,
                source + ":" + document.line() + ": " + object.kind() + " " + object.name() + ": " + why));
    }
}
