package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.testbed.Await;
import io.jenkins.plugins.k8sprotect.testbed.RawApi.Answer;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes that people and programs make to objects in a cluster. */
final class Edits {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Edits() {}

    /** Reads, changes and writes an object back, as {@code kubectl edit} does; again if somebody came in between. */
    static void edit(TestCluster cluster, String path, Consumer<ObjectNode> change) {
        write(cluster, path, path, change);
    }

    /** As {@link #edit}, of the status. */
    static void editStatus(TestCluster cluster, String path, Consumer<ObjectNode> change) {
        write(cluster, path, path + "/status", change);
    }

    private static void write(TestCluster cluster, String from, String to, Consumer<ObjectNode> change) {
        Answer[] last = new Answer[1];
        Await.until(
                to + " written",
                Duration.ofSeconds(10),
                () -> {
                    ObjectNode object = cluster.get(from).orElseThrow();
                    change.accept(object);
                    last[0] = cluster.api().request("PUT", to + "?fieldManager=kubectl-edit", object.toString());
                    return last[0].ok();
                },
                () -> last[0]);
    }

    /** Makes an object, as {@code kubectl create} does, unless it is there. */
    static void create(TestCluster cluster, String collection, String json) {
        ObjectNode object = (ObjectNode) MAPPER.readTree(json);
        String name = object.path("metadata").path("name").asString();
        if (cluster.get(collection + "/" + name).isEmpty()) {
            cluster.api().create(collection + "?fieldManager=kubectl-create", object);
        }
    }

    /** Adds an element, as JSON, to a list of the object. */
    static void append(ObjectNode object, String list, String json) {
        object.withArray("/" + list).add(MAPPER.readTree(json));
    }

    /** An owner reference to the object at that path, as JSON. */
    static String ownedBy(TestCluster cluster, String path) {
        ObjectNode owner = cluster.get(path).orElseThrow();
        return MAPPER.createObjectNode()
                .put("apiVersion", owner.path("apiVersion").asString())
                .put("kind", owner.path("kind").asString())
                .put("name", owner.path("metadata").path("name").asString())
                .put("uid", owner.path("metadata").path("uid").asString())
                .put("controller", true)
                .put("blockOwnerDeletion", true)
                .toString();
    }
}
