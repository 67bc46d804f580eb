package io.jenkins.plugins.k8sprotect.testbed;

import static java.util.function.Predicate.not;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The objects of one application, in the order in which they can be applied. */
final class Manifests {

    private static final Set<String> NEEDED_BY_OTHERS = Set.of(
            "PriorityClass",
            "StorageClass",
            "IngressClass",
            "ServiceAccount",
            "ConfigMap",
            "Secret",
            "LimitRange",
            "ResourceQuota",
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding");
    /** These can refuse or hide other objects while what stands behind them is not up. */
    private static final Set<String> IN_THE_WAY_OF_OTHERS = Set.of(
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "APIService",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding");

    private final List<ObjectNode> objects;
    private final Set<String> ownGroups = new HashSet<>();
    private final Set<String> ownNamespacedKinds = new HashSet<>();

    Manifests(List<ObjectNode> objects) {
        this.objects = objects;
        crds().forEach(crd -> {
            String group = crd.path("spec").path("group").asString();
            ownGroups.add(group);
            if ("Namespaced".equals(crd.path("spec").path("scope").asString())) {
                ownNamespacedKinds.add(group + "/"
                        + crd.path("spec").path("names").path("kind").asString());
            }
        });
    }

    /** Gives objects of namespaced kinds that name no namespace this one. */
    void defaultNamespace(String namespace, ServedResources served) {
        for (ObjectNode object : objects) {
            ObjectNode metadata = (ObjectNode) object.get("metadata");
            if (!metadata.has("namespace") && namespaced(object, served)) {
                metadata.put("namespace", namespace);
            }
        }
    }

    private boolean namespaced(ObjectNode object, ServedResources served) {
        String apiVersion = object.path("apiVersion").asString();
        String kind = object.path("kind").asString();
        return served.of(apiVersion, kind)
                .map(ServedResources.Resource::namespaced)
                .orElseGet(() -> ownNamespacedKinds.contains(groupOf(apiVersion) + "/" + kind));
    }

    List<ObjectNode> crds() {
        return objects.stream()
                .filter(o -> "CustomResourceDefinition".equals(o.path("kind").asString()))
                .toList();
    }

    /** Namespaces that objects lie in and that are not among the objects. */
    List<ObjectNode> missingNamespaces() {
        Set<String> missing = objects.stream()
                .map(o -> o.path("metadata").path("namespace").asString(""))
                .filter(not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
        objects.stream()
                .filter(o -> "Namespace".equals(o.path("kind").asString()))
                .forEach(o -> missing.remove(o.path("metadata").path("name").asString()));
        return missing.stream().map(Manifests::namespace).toList();
    }

    static ObjectNode namespace(String name) {
        return Json.object(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name)));
    }

    /** The objects in groups; each group is applied when the one before it is there. */
    List<List<ObjectNode>> inOrder() {
        return objects.stream()
                .collect(Collectors.groupingBy(this::rank, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    private int rank(ObjectNode object) {
        String kind = object.path("kind").asString();
        if (kind.equals("CustomResourceDefinition")) {
            return 0;
        }
        if (kind.equals("Namespace")) {
            return 1;
        }
        if (NEEDED_BY_OTHERS.contains(kind)) {
            return 2;
        }
        if (IN_THE_WAY_OF_OTHERS.contains(kind)) {
            return 5;
        }
        return ownGroups.contains(groupOf(object.path("apiVersion").asString())) ? 4 : 3;
    }

    private static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
