package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiCatalogue;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.event.Parallel;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.plan.LiveObject;
import io.jenkins.plugins.k8sprotect.engine.plan.RestoreOptions;
import io.jenkins.plugins.k8sprotect.engine.plan.TargetState;
import io.jenkins.plugins.k8sprotect.engine.rules.NormalForm;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Reads of the target what a plan needs: which of the backup's objects are there, and a digest of each. */
final class TargetReader {
    private static final int PARALLEL_READS = 8;
    /** Up to so many objects of a kind in a namespace are read one by one; more are listed. */
    private static final int FEW = 3;

    private static final ResourceType NAMESPACE =
            new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false);

    /** Where objects are looked for. */
    private record Place(ResourceType type, String namespace) {}

    private final Cluster cluster;
    private final RuleBook rules;
    private final RestoreOptions options;
    private final RuleContext.Facts inPlace;
    private final Map<ObjectKey, LiveObject> found = new ConcurrentHashMap<>();
    private final Set<String> terminating = ConcurrentHashMap.newKeySet();

    TargetReader(Cluster cluster, RuleBook rules, RestoreOptions options) {
        this.cluster = cluster;
        this.rules = rules;
        this.options = options;
        this.inPlace = RuleContext.Facts.inPlace(statusIsContent());
    }

    /** Whether a kind's status is plain content, by what the cluster serves at the moment of asking. */
    Predicate<GroupKind> statusIsContent() {
        return kind -> !cluster.catalogue().hasStatusSubresource(kind);
    }

    TargetState read(List<IndexRow> rows) {
        Map<Place, Set<String>> wanted = new HashMap<>();
        Set<String> namespaces = new HashSet<>();
        for (IndexRow row : rows) {
            served(row.type()).ifPresent(type -> {
                String namespace = type.namespaced() ? options.mapped(row.namespace()) : "";
                boolean isNamespace = type.groupKind().equals(NAMESPACE.groupKind());
                String name = isNamespace ? options.mapped(row.name()) : row.name();
                (isNamespace ? namespaces : wanted.computeIfAbsent(new Place(type, namespace), p -> new HashSet<>()))
                        .add(name);
                if (!namespace.isEmpty()) {
                    namespaces.add(namespace);
                }
            });
        }
        Parallel.run(namespaces, PARALLEL_READS, "k8s-protect-read", this::readNamespace);
        Parallel.run(wanted.entrySet(), PARALLEL_READS, "k8s-protect-read", e -> readPlace(e.getKey(), e.getValue()));
        return new TargetState(
                Map.copyOf(found), this::served, statusIsContent(), new LivingOwners(cluster, options).read(rows));
    }

    /** In the backed-up version if the target has it, else in the version that the target prefers. */
    private Optional<ResourceType> served(ResourceType type) {
        ApiCatalogue catalogue = cluster.catalogue();
        return catalogue.find(type.apiVersion(), type.kind()).or(() -> catalogue.find(type.groupKind()));
    }

    private void readNamespace(String name) {
        try {
            cluster.get(NAMESPACE, "", name).ifPresent(namespace -> {
                if (namespace.metadata().has("deletionTimestamp")) {
                    terminating.add(name);
                }
                remember(NAMESPACE.key("", name), namespace);
            });
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            // Not readable: it is taken as present, and the first write into it tells if it is not.
            found.put(NAMESPACE.key("", name), new LiveObject("", "", false));
        }
    }

    private void readPlace(Place place, Set<String> names) {
        if (names.size() <= FEW) {
            names.forEach(name -> readOne(place, name));
            return;
        }
        try {
            cluster.list(place.type(), place.namespace(), o -> {
                if (names.contains(o.header().name())) {
                    remember(o.header().key(), KubeObject.parse(o.json()));
                }
            });
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            names.forEach(name -> readOne(place, name));
        }
    }

    private void readOne(Place place, String name) {
        cluster.get(place.type(), place.namespace(), name)
                .ifPresent(o -> remember(place.type().key(place.namespace(), name), o));
    }

    private void remember(ObjectKey key, KubeObject live) {
        boolean deleting = live.metadata().has("deletionTimestamp") || terminating.contains(key.namespace());
        String digest = NormalForm.digest(NormalForm.ofLive(live, rules, inPlace));
        found.put(key, new LiveObject(live.uid(), digest, deleting));
    }

    /** The live object in normal form, for a field-level diff. */
    Optional<KubeObject> normalForm(ResourceType type, ObjectKey key) {
        return cluster.get(type, key.namespace(), key.name()).map(o -> NormalForm.ofLive(o, rules, inPlace));
    }
}
