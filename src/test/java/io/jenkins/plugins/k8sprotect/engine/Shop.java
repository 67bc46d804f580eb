package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The sample application in {@code examples/shop}, with what a file cannot hold: objects owned by others. */
final class Shop {
    static final Set<String> NAMESPACES = Set.of("shop", "shop-db");

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "examples", "shop");
    private static final List<String> CLUSTER_SCOPED = List.of(
            "/apis/scheduling.k8s.io/v1/priorityclasses/shop-checkout",
            "/apis/rbac.authorization.k8s.io/v1/clusterroles/shop:node-reader",
            "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/shop:node-reader",
            "/api/v1/persistentvolumes/shop-db-0",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/promotions.shop.example.org",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/articles.shop.example.org");

    private Shop() {}

    static Application definition() {
        return ApplicationParser.parse(read(FOLDER.resolve("application.yaml")), "application.yaml");
    }

    /** Brings the shop to its full state, whatever is there of it, and waits until controllers are done. */
    static void deploy(TestCluster cluster) {
        cluster.apply(manifests(), "none");
        addOwned(cluster);
        cluster.waitFor("/apis/apps/v1/namespaces/shop/deployments/web", "/status/readyReplicas", "3");
        cluster.waitFor("/apis/apps/v1/namespaces/shop-db/statefulsets/db", "/status/readyReplicas", "1");
        Edits.edit(cluster, "/apis/apps/v1/namespaces/shop/deployments/mail", d -> d.withObject("/metadata")
                .withObject("/annotations")
                .put("shop.example.org/reviewed", "yes"));
        cluster.waitQuiet(Duration.ofSeconds(1));
    }

    /** An article of a promotion, and what a program makes for both. */
    private static void addOwned(TestCluster cluster) {
        String promotions = "/apis/shop.example.org/v1/namespaces/shop/promotions";
        String articles = "/apis/shop.example.org/v1/namespaces/shop/articles";
        String byPromotion = Edits.ownedBy(cluster, promotions + "/winter");
        Edits.create(cluster, articles, """
                {"apiVersion": "shop.example.org/v1", "kind": "Article",
                 "metadata": {"name": "gloves", "namespace": "shop", "ownerReferences": [%s]},
                 "spec": {"title": "Gloves"}}""".formatted(byPromotion));
        Edits.create(cluster, "/api/v1/namespaces/shop/configmaps", """
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "a-banner", "namespace": "shop", "ownerReferences": [%s]},
                 "data": {"text": "-20 %%"}}""".formatted(byPromotion));
        Edits.create(cluster, "/api/v1/namespaces/shop/secrets", """
                {"apiVersion": "v1", "kind": "Secret",
                 "metadata": {"name": "gloves-license", "namespace": "shop", "ownerReferences": [%s]},
                 "stringData": {"key": "only-an-example"}}""".formatted(
                        Edits.ownedBy(cluster, articles + "/gloves")));
    }

    private static String manifests() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("manifests"))) {
            return files.sorted().map(Shop::read).collect(Collectors.joining("\n---\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void destroy(TestCluster cluster) {
        NAMESPACES.forEach(n -> cluster.api().delete("/api/v1/namespaces/" + n));
        NAMESPACES.forEach(n -> cluster.delete("/api/v1/namespaces/" + n));
        CLUSTER_SCOPED.forEach(cluster::delete);
    }

    /** Its objects, in a cluster that may hold more. */
    static Snapshot snapshot(TestCluster cluster) {
        return Snapshot.of(cluster).only(Shop::isOwn);
    }

    private static boolean isOwn(ObjectNode object) {
        String name = object.path("metadata").path("name").asString("");
        String namespace = object.path("metadata").path("namespace").asString("");
        if (!namespace.isEmpty()) {
            return NAMESPACES.contains(namespace);
        }
        boolean isNamespace = object.path("kind").asString("").equals("Namespace");
        return isNamespace ? NAMESPACES.contains(name) : CLUSTER_SCOPED.stream().anyMatch(p -> p.endsWith("/" + name));
    }
}
