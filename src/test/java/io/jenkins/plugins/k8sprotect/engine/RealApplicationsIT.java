package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.assertDone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.fidelity.Fidelity;
import io.jenkins.plugins.k8sprotect.engine.fidelity.Snapshot;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Applications as their projects publish them come up in a second cluster as they were in the first. */
class RealApplicationsIT {
    /** The file under {@code apps}, the prefix of its cluster-scoped objects, and how many objects a person deploys. */
    enum App {
        ARGO_CD("argo-cd", "argo", 55),
        GUESTBOOK("guestbook", "none", 6),
        INGRESS_NGINX("ingress-nginx", "ingress-nginx", 17),
        ONLINE_BOUTIQUE("online-boutique", "none", 30),
        SOCK_SHOP("sock-shop", "none", 25);

        private final String namespace;
        private final String prefix;
        private final int objects;

        App(String namespace, String prefix, int objects) {
            this.namespace = namespace;
            this.prefix = prefix;
            this.objects = objects;
        }

        private String definition() {
            return "{namespaces: [" + namespace + "], clusterScoped: [{names: [\"" + prefix
                    + "*\"]}, {kinds: [CustomResourceDefinition], names: [\"*." + prefix + "proj.io\"]},"
                    + " {kinds: [IngressClass], labels: \"app.kubernetes.io/part-of=" + prefix + "\"}]}";
        }

        private boolean owns(ObjectNode object) {
            String name = object.at("/metadata/name").asString("");
            String in = object.at("/metadata/namespace").asString("");
            boolean shared = in.isEmpty()
                    && (name.startsWith(prefix)
                            || name.endsWith("." + prefix + "proj.io")
                            || object.at("/metadata/labels/app.kubernetes.io~1part-of")
                                    .asString("")
                                    .equals(prefix));
            return in.equals(namespace)
                    || shared
                    || object.path("kind").asString("").equals("Namespace") && name.equals(namespace);
        }

        private String manifests() {
            String resource = "/apps/" + namespace + ".yaml.gz";
            try (InputStream in = new GZIPInputStream(App.class.getResourceAsStream(resource))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final TestCluster SOURCE = Clusters.source();
    private static final TestCluster TARGET = Clusters.target();

    @BeforeAll
    static void deploy() {
        for (App app : App.values()) {
            SOURCE.apply(app.manifests(), app.namespace);
        }
        SOURCE.waitQuiet(Duration.ofSeconds(1));
    }

    /** Nothing stands behind the webhook on fake nodes, so it would refuse the Ingresses of other tests. */
    @AfterAll
    static void removeWhatIsInTheWayOfOthers() {
        for (TestCluster cluster : List.of(SOURCE, TARGET)) {
            cluster.delete(
                    "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/ingress-nginx-admission");
            for (App app : App.values()) {
                cluster.api().delete("/api/v1/namespaces/" + app.namespace);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_comes_up_in_another_cluster_as_it_was(App app, @TempDir Path directory) {
        Engine engine = new Engine(Engine.definition(app.definition()), Engine.directory(directory));
        Snapshot before = Snapshot.of(SOURCE).only(app::owns);

        assertDone(engine.backup(SOURCE));
        assertDone(engine.restore(TARGET));
        TARGET.waitQuiet(Duration.ofSeconds(1));

        Fidelity.Verdict verdict = Fidelity.compare(before, Snapshot.of(TARGET).only(app::owns));
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.compared()).isGreaterThanOrEqualTo(app.objects);
    }
}
