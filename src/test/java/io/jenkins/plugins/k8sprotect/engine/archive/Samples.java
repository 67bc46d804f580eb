package io.jenkins.plugins.k8sprotect.engine.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Objects and backups for tests. */
final class Samples {
    static final ResourceType CONFIG_MAP = new ResourceType(GroupKind.core("ConfigMap"), "v1", "configmaps", true);
    static final ResourceType DEPLOYMENT =
            new ResourceType(new GroupKind("apps", "Deployment"), "v1", "deployments", true);
    static final ResourceType CLUSTER_ROLE =
            new ResourceType(new GroupKind("rbac.authorization.k8s.io", "ClusterRole"), "v1", "clusterroles", false);
    static final BackupId ID = new BackupId("20261122T153045Z-3f9c1a");
    static final BackupId LATER = new BackupId("20261122T153045Z-3fa000");
    static final Details DETAILS = new Details(
            "kind: Application\n",
            List.of(Finding.attention("secrets-not-encrypted", CONFIG_MAP.key("shop", "a"), "Secrets can be read")));

    /** An object to put into a backup. */
    record Sample(ObjectHeader header, byte[] json) {}

    private Samples() {}

    static Sample sample(ResourceType type, String namespace, String name, String value, OwnerReference... owners) {
        String uid = "uid-of-" + name;
        ObjectNode json = Json.newObject();
        json.put("apiVersion", type.apiVersion());
        json.put("kind", type.kind());
        ObjectNode metadata = json.putObject("metadata");
        metadata.put("name", name);
        if (type.namespaced()) {
            metadata.put("namespace", namespace);
        }
        metadata.put("uid", uid);
        metadata.putObject("labels").put("value", value);
        return new Sample(
                new ObjectHeader(
                        type,
                        type.namespaced() ? namespace : "",
                        name,
                        uid,
                        Map.of(),
                        Map.of(),
                        List.of(owners),
                        false),
                new KubeObject(json).toBytes());
    }

    static Sample configMap(String name) {
        return sample(CONFIG_MAP, "shop", name, "value of " + name);
    }

    /** ConfigMaps with values that hardly compress. */
    static List<Sample> configMaps(int count, int bytes) {
        List<Sample> samples = new ArrayList<>();
        java.util.Random random = new java.util.Random(count);
        for (int i = 0; i < count; i++) {
            byte[] value = new byte[bytes * 3 / 4];
            random.nextBytes(value);
            samples.add(sample(
                    CONFIG_MAP, "shop", "cm-" + i, java.util.Base64.getEncoder().encodeToString(value)));
        }
        return samples;
    }

    static ManifestInfo info(Outcome outcome) {
        return new ManifestInfo(
                new SourceCluster("https://10.0.0.1:6443", "uid-of-kube-system", "v1.36.3"),
                new Maker("k8s-protect", "0.1.0"),
                Instant.parse("2026-11-22T15:30:45.250Z"),
                Instant.parse("2026-11-22T15:30:46.500Z"),
                outcome,
                List.of(new KindCount(GroupKind.core("ConfigMap"), "captured", 2)),
                List.of(new ListedResource(CONFIG_MAP, "shop", "4711", 2)),
                "");
    }

    static Manifest write(Store store, String application, BackupId id, Outcome outcome, List<Sample> samples) {
        return write(store, application, id, outcome, samples, WriterOptions.defaults());
    }

    static Manifest write(
            Store store,
            String application,
            BackupId id,
            Outcome outcome,
            List<Sample> samples,
            WriterOptions options) {
        try (BackupWriter writer = BackupWriter.begin(store, application, id, options)) {
            samples.forEach(sample -> writer.add(sample.header(), sample.json()));
            return writer.commit(info(outcome), DETAILS);
        }
    }

    static Manifest write(Store store, Sample... samples) {
        return write(store, "shop", ID, Outcome.SUCCEEDED, List.of(samples));
    }

    static Map<String, String> read(BackupReader reader) {
        Map<String, String> bodies = new java.util.TreeMap<>();
        reader.read(row -> true, (row, json) -> bodies.put(row.key().toString(), new String(json, UTF_8)));
        return Collections.unmodifiableMap(bodies);
    }

    static Map<String, String> bodies(List<Sample> samples) {
        Map<String, String> bodies = new java.util.TreeMap<>();
        samples.forEach(s -> bodies.put(s.header().key().toString(), new String(s.json(), UTF_8)));
        return bodies;
    }
}
