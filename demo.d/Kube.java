import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the demo does to its clusters and how it checks them, without kubectl, and without the engine that it shows.
 *
 * <pre>
 * Kube apply KUBECONFIG MANIFESTS                     deploys, and waits until workloads are ready
 * Kube destroy KUBECONFIG MANIFESTS                   deletes namespaces and cluster-scoped objects, waits until gone
 * Kube inventory KUBECONFIG MANIFESTS [FROM=TO]...    a line for each object that people made; looks into TO, says FROM
 * Kube identities KUBECONFIG MANIFESTS                the same with uids
 * Kube ready KUBECONFIG MANIFESTS [FROM=TO]...        waits until workloads are ready
 * Kube namespaces MANIFESTS                           the application's namespaces
 * </pre>
 */
final class Kube {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> NOT_BY_PEOPLE = Set.of("Event", "Lease", "Endpoints", "EndpointSlice", "Pod", "PodMetrics");
    private static final Set<String> IN_EVERY_NAMESPACE = Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default");

    private final KubernetesClient client;
    private final List<HasMetadata> manifests;
    private final Map<String, String> mapping;

    private Kube(KubernetesClient client, List<HasMetadata> manifests, Map<String, String> mapping) {
        this.client = client;
        this.manifests = manifests;
        this.mapping = mapping;
    }

    public static void main(String[] args) throws Exception {
        boolean offline = args[0].equals("namespaces");
        Config config = offline ? Config.empty() : Config.fromKubeconfig(new File(args[1]));
        Map<String, String> mapping = new LinkedHashMap<>();
        Stream.of(args).skip(3).map(a -> a.split("=", 2)).forEach(m -> mapping.put(m[0], m[1]));
        try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
            new Kube(client, read(client, Path.of(args[offline ? 1 : 2])), mapping).run(args[0]);
        } catch (IllegalStateException | KubernetesClientException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** All objects of a file, or of the files in a folder. */
    private static List<HasMetadata> read(KubernetesClient client, Path path) throws Exception {
        List<HasMetadata> objects = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                objects.addAll(client.load(Files.newInputStream(file)).items());
            }
        }
        return objects;
    }

    private void run(String verb) {
        switch (verb) {
            case "apply" -> apply();
            case "destroy" -> destroy();
            case "inventory" -> inventory(false).forEach(System.out::println);
            case "identities" -> inventory(true).forEach(System.out::println);
            case "ready" -> awaitReady();
            case "namespaces" -> namespaces().forEach(System.out::println);
            default -> throw new IllegalStateException("no such verb: " + verb);
        }
    }

    private void apply() {
        applyAll(o -> isKind(o, "CustomResourceDefinition"));
        applyAll(o -> isKind(o, "Namespace"));
        applyAll(o -> !isKind(o, "Namespace") && !isKind(o, "CustomResourceDefinition"));
        awaitReady();
    }

    /** What is refused is tried again: a kind is served only some time after its definition is there. */
    private void applyAll(Predicate<HasMetadata> wanted) {
        List<HasMetadata> left = new ArrayList<>(manifests.stream().filter(wanted).toList());
        await("deploy", () -> {
            left.removeIf(this::applied);
            return left.isEmpty();
        }, () -> left.stream().map(Kube::name).toList());
    }

    private boolean applied(HasMetadata object) {
        try {
            client.resource(object).fieldManager("demo").forceConflicts().serverSideApply();
            return true;
        } catch (KubernetesClientException e) {
            return false;
        }
    }

    private void destroy() {
        List<HasMetadata> left = new ArrayList<>(manifests.stream().filter(o -> !isNamespaced(o)).toList());
        left.forEach(o -> client.resource(o).delete());
        await("destroy", () -> {
            left.removeIf(o -> client.resource(o).get() == null);
            return left.isEmpty();
        }, () -> left.stream().map(Kube::name).toList());
    }

    private Set<String> namespaces() {
        Set<String> namespaces = new TreeSet<>();
        manifests.forEach(o -> {
            if (isKind(o, "Namespace")) {
                namespaces.add(o.getMetadata().getName());
            } else if (isNamespaced(o)) {
                namespaces.add(o.getMetadata().getNamespace());
            }
        });
        return namespaces;
    }

    private Set<String> inventory(boolean identities) {
        Set<String> lines = new TreeSet<>();
        for (HasMetadata object : manifests) {
            boolean namespace = isKind(object, "Namespace");
            HasMetadata live = isNamespaced(object) ? null : namespace
                    ? client.namespaces().withName(mapped(object.getMetadata().getName())).get()
                    : client.resource(object).get();
            if (live != null) {
                lines.add(name(object) + (identities ? " " + live.getMetadata().getUid() : ""));
            }
        }
        for (ResourceDefinitionContext kind : namespacedKinds()) {
            for (String namespace : namespaces()) {
                for (GenericKubernetesResource o :
                        client.genericKubernetesResources(kind).inNamespace(mapped(namespace)).list().getItems()) {
                    if (byPeople(o, kind.getKind())) {
                        String uid = identities ? " " + o.getMetadata().getUid() : "";
                        lines.add(kind.getKind() + " " + namespace + "/" + o.getMetadata().getName() + uid);
                    }
                }
            }
        }
        return lines;
    }

    private static boolean byPeople(GenericKubernetesResource object, String kind) {
        return object.getMetadata().getOwnerReferences().isEmpty()
                && !IN_EVERY_NAMESPACE.contains(kind + " " + object.getMetadata().getName());
    }

    private List<ResourceDefinitionContext> namespacedKinds() {
        List<String> versions = new ArrayList<>(List.of("v1"));
        client.getApiGroups().getGroups().stream()
                .map(g -> g.getPreferredVersion())
                .map(GroupVersionForDiscovery::getGroupVersion)
                .forEach(versions::add);
        List<ResourceDefinitionContext> kinds = new ArrayList<>();
        for (String version : versions) {
            for (APIResource resource : client.getApiResources(version).getResources()) {
                if (resource.getNamespaced() && resource.getVerbs().contains("list")
                        && !NOT_BY_PEOPLE.contains(resource.getKind())) {
                    kinds.add(new ResourceDefinitionContext.Builder()
                            .withGroup(version.contains("/") ? version.substring(0, version.indexOf('/')) : "")
                            .withVersion(version.substring(version.indexOf('/') + 1))
                            .withKind(resource.getKind())
                            .withPlural(resource.getName())
                            .withNamespaced(true)
                            .build());
                }
            }
        }
        return kinds;
    }

    private void awaitReady() {
        List<String> waiting = new ArrayList<>();
        await("become ready", () -> {
            waiting.clear();
            namespaces().forEach(n -> addUnready(mapped(n), waiting));
            return waiting.isEmpty();
        }, () -> waiting);
    }

    private void addUnready(String namespace, List<String> waiting) {
        client.apps().deployments().inNamespace(namespace).list().getItems().stream()
                .filter(d -> ready(d.getStatus().getReadyReplicas()) < d.getSpec().getReplicas())
                .forEach(d -> waiting.add(name(d)));
        client.apps().statefulSets().inNamespace(namespace).list().getItems().stream()
                .filter(s -> ready(s.getStatus().getReadyReplicas()) < s.getSpec().getReplicas())
                .forEach(s -> waiting.add(name(s)));
    }

    private static int ready(Integer replicas) {
        return replicas == null ? 0 : replicas;
    }

    private String mapped(String namespace) {
        return mapping.getOrDefault(namespace, namespace);
    }

    private static boolean isKind(HasMetadata object, String kind) {
        return object.getKind().equals(kind);
    }

    private static boolean isNamespaced(HasMetadata object) {
        return object.getMetadata().getNamespace() != null;
    }

    private static String name(HasMetadata object) {
        String namespace = isNamespaced(object) ? object.getMetadata().getNamespace() + "/" : "";
        return object.getKind() + " " + namespace + object.getMetadata().getName();
    }

    private static void await(String what, BooleanSupplier done, java.util.function.Supplier<List<String>> left) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("did not " + what + " in " + PATIENCE.toSeconds() + " s: "
                        + String.join(", ", left.get()));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
