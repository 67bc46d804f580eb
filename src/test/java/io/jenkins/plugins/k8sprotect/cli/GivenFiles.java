package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The files that commands are given, in a folder of the test. */
record GivenFiles(Path folder) {
    static final String TOKEN = "a-token-that-nobody-may-see";

    private static final ResourceType CONFIG_MAP =
            new ResourceType(GroupKind.core("ConfigMap"), "v1", "configmaps", true);

    String kubeconfig() {
        return write("kubeconfig", """
                apiVersion: v1
                kind: Config
                current-context: here
                clusters:
                - {name: one, cluster: {server: "https://127.0.0.1:1"}}
                - {name: two, cluster: {server: "https://127.0.0.2:2"}}
                users:
                - {name: ci, user: {token: %s}}
                contexts:
                - {name: here, context: {cluster: one, user: ci}}
                - {name: there, context: {cluster: two, user: ci}}
                """.formatted(TOKEN));
    }

    String definition() {
        return write("shop.yaml", definitionText());
    }

    static String definitionText() {
        return """
                apiVersion: protect.k8s.jenkins.io/v1
                kind: Application
                metadata: {name: shop}
                spec: {namespaces: [shop]}
                """;
    }

    String store() {
        return folder.resolve("store").toUri().toString();
    }

    /** A backup of one ConfigMap. */
    void backup(String application, String id, Outcome outcome) {
        try (Store store = Stores.open(StoreUrl.parse(store()), null);
                BackupWriter writer =
                        BackupWriter.begin(store, application, BackupId.parse(id), WriterOptions.defaults())) {
            writer.add(
                    new ObjectHeader(CONFIG_MAP, "shop", "settings", "uid-1", Map.of(), Map.of(), List.of(), false),
                    "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"namespace\":\"shop\",\"name\":\"settings\"}}"
                            .getBytes(StandardCharsets.UTF_8));
            Instant started = BackupId.parse(id).time();
            ManifestInfo info = new ManifestInfo(
                    new SourceCluster("https://10.0.0.1:6443", "cluster-uid", "v1.36.3"),
                    new Maker("k8s-protect", "1.2.3"),
                    started,
                    started.plusMillis(2_500),
                    outcome,
                    List.of(new KindCount(GroupKind.core("ConfigMap"), "captured", 1)),
                    List.of(),
                    "");
            Finding finding = Finding.attention("data-not-protected", Results.CLAIM, "data NOT protected");
            writer.commit(info, new Details(definitionText(), List.of(finding)));
        }
    }

    String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
