package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.text;

import io.jenkins.plugins.k8sprotect.testbed.RawApi;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every object of a cluster at one moment (nearly: lists are read one after the other).
 *
 * @param objects by key, see {@link Objects}
 * @param uids uid → key
 */
public record Snapshot(Map<String, ObjectNode> objects, Map<String, String> uids) {
    /** Written all the time by nobody in particular. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "/Event",
            "events.k8s.io/Event",
            "coordination.k8s.io/Lease",
            "coordination.k8s.io/LeaseCandidate",
            "/ComponentStatus",
            "/Node",
            "storage.k8s.io/CSINode",
            "storage.k8s.io/CSIStorageCapacity",
            "storage.k8s.io/VolumeAttachment",
            "networking.k8s.io/IPAddress",
            "networking.k8s.io/ServiceCIDR",
            "apps/ControllerRevision",
            "internal.apiserver.k8s.io/StorageVersion",
            "storagemigration.k8s.io/StorageVersionMigration");

    /** Reads everything that can be listed, each resource once, in its group's preferred version. */
    public static Snapshot of(TestCluster cluster) {
        Snapshot snapshot = new Snapshot(new TreeMap<>(), new HashMap<>());
        RawApi api = cluster.api();
        snapshot.readVersion(api, "", "v1", new HashSet<>());
        for (JsonNode group : api.get("/apis").orElseThrow().path("groups")) {
            Set<String> seen = new HashSet<>();
            String preferred = text(group.path("preferredVersion"), "version");
            snapshot.readVersion(api, text(group, "name"), preferred, seen);
            group.path("versions")
                    .forEach(v -> snapshot.readVersion(api, text(group, "name"), text(v, "version"), seen));
        }
        return snapshot;
    }

    private void readVersion(RawApi api, String group, String version, Set<String> seen) {
        String apiVersion = group.isEmpty() ? version : group + "/" + version;
        String base = group.isEmpty() ? "/api/" + version : "/apis/" + apiVersion;
        for (JsonNode resource : api.get(base).map(l -> l.path("resources")).orElseThrow()) {
            String name = text(resource, "name");
            boolean listable = Objects.elements(resource.path("verbs")).stream()
                    .anyMatch(v -> v.asString("").equals("list"));
            if (!name.contains("/") && listable && seen.add(name)) {
                api.list(base + "/" + name)
                        .forEach(o -> add(o.put("apiVersion", apiVersion).put("kind", text(resource, "kind"))));
            }
        }
    }

    private void add(ObjectNode object) {
        if (!OF_THE_MOMENT.contains(Objects.groupKind(object))) {
            objects.put(Objects.key(object), object);
        }
        uids.put(text(object.path("metadata"), "uid"), Objects.key(object));
    }

    /** Only some objects; uids of all stay known. */
    public Snapshot only(Predicate<ObjectNode> wanted) {
        Map<String, ObjectNode> kept = new TreeMap<>(objects);
        kept.values().removeIf(wanted.negate());
        return new Snapshot(kept, uids);
    }

    /** Key → uid and resourceVersion: equal for two moments exactly if nothing was written between them. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        objects.forEach((key, o) ->
                versions.put(key, text(o.path("metadata"), "uid") + " " + text(o.path("metadata"), "resourceVersion")));
        return versions;
    }

    /** The CustomResourceDefinition of a kind, or a missing node. */
    JsonNode definition(String groupKind) {
        return objects.values().stream()
                .filter(o -> text(o, "kind").equals("CustomResourceDefinition"))
                .map(o -> o.path("spec"))
                .filter(s -> (text(s, "group") + "/" + text(s.path("names"), "kind")).equals(groupKind))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
