package io.jenkins.plugins.k8sprotect.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What an API server serves at this moment: every version of every resource. */
final class ServedResources {

    /**
     * @param group empty for the core group
     * @param preferred this version is the one the server prefers for its group
     */
    record Resource(
            String group,
            String version,
            String plural,
            String kind,
            boolean namespaced,
            boolean listable,
            boolean preferred) {

        String base() {
            return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        }

        /** The collection in all namespaces, or of the cluster. */
        String collection() {
            return base() + "/" + plural;
        }

        String collection(String namespace) {
            return namespaced ? base() + "/namespaces/" + Urls.encode(namespace) + "/" + plural : collection();
        }

        String apiVersion() {
            return group.isEmpty() ? version : group + "/" + version;
        }
    }

    private final List<Resource> resources = new ArrayList<>();

    ServedResources(RawApi api) {
        read(api, "", "v1", true);
        for (JsonNode group : api.get("/apis").orElseThrow().path("groups")) {
            String preferred = group.path("preferredVersion").path("version").asString();
            for (JsonNode version : group.path("versions")) {
                String name = version.path("version").asString();
                read(api, group.path("name").asString(), name, name.equals(preferred));
            }
        }
    }

    private void read(RawApi api, String group, String version, boolean preferred) {
        String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        api.get(path).ifPresent(list -> {
            for (JsonNode r : list.path("resources")) {
                String plural = r.path("name").asString();
                if (!plural.contains("/")) {
                    resources.add(new Resource(
                            group,
                            version,
                            plural,
                            r.path("kind").asString(),
                            r.path("namespaced").asBoolean(),
                            has(r.path("verbs"), "list"),
                            preferred));
                }
            }
        });
    }

    private static boolean has(JsonNode array, String text) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(e -> text.equals(e.asString()));
    }

    Optional<Resource> of(String apiVersion, String kind) {
        return resources.stream()
                .filter(r -> r.apiVersion().equals(apiVersion) && r.kind().equals(kind))
                .findFirst();
    }

    /** Every listable resource once, in the version its group prefers, or in any other if it is only there. */
    List<Resource> listable() {
        List<Resource> listable = new ArrayList<>();
        resources.stream().filter(r -> r.listable() && r.preferred()).forEach(listable::add);
        resources.stream().filter(r -> r.listable() && !r.preferred()).forEach(r -> {
            if (listable.stream()
                    .noneMatch(l -> l.group().equals(r.group()) && l.plural().equals(r.plural()))) {
                listable.add(r);
            }
        });
        return listable;
    }
}
