package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The comparison sees what a restore can get wrong. */
class FidelityTest {
    private static final String OLD = "00000000-0000-0000-0000-00000000000";
    private static final String NEW = "11111111-1111-1111-1111-11111111111";
    private static final String OWNED =
            "'ownerReferences': [{'apiVersion': 'v1', 'kind': 'ConfigMap', 'name': 'a', 'uid': '%s'}]";

    private final Map<String, ObjectNode> before = new TreeMap<>();
    private final Map<String, ObjectNode> after = new TreeMap<>();

    @Test
    void what_the_server_owns_does_not_count() {
        put(before, "a", OLD + 1, "'resourceVersion': '7', 'labels': {}");
        put(after, "a", NEW + 1, "'resourceVersion': '8', 'generation': 3");

        assertThat(differences()).isEmpty();
    }

    @Test
    void a_field_an_object_too_few_and_one_too_many_count() {
        put(before, "a", OLD + 1, "'labels': {'x': '1'}");
        put(before, "b", OLD + 2, "");
        put(after, "a", NEW + 1, "'labels': {'x': '2'}");
        put(after, "c", NEW + 3, "");

        assertThat(differences())
                .containsExactly(
                        "/ConfigMap|n|a /metadata/labels/x: \"1\" became \"2\"",
                        "/ConfigMap|n|b: is missing",
                        "/ConfigMap|n|c: is there, but was not before");
    }

    @Test
    void an_owner_is_the_same_object_under_its_new_uid() {
        put(before, "a", OLD + 1, "");
        put(before, "b", OLD + 2, OWNED.formatted(OLD + 1));
        put(after, "a", NEW + 1, "");
        put(after, "b", NEW + 2, OWNED.formatted(NEW + 1));

        assertThat(differences()).isEmpty();
    }

    @Test
    void an_owner_that_is_not_there_counts() {
        put(before, "a", OLD + 1, "");
        put(before, "b", OLD + 2, OWNED.formatted(OLD + 1));
        put(after, "a", NEW + 1, "");
        put(after, "b", NEW + 2, OWNED.formatted(OLD + 1));

        assertThat(differences()).singleElement().asString().contains("<owner>").contains("<points nowhere>");
    }

    @Test
    void another_manager_or_operation_counts() {
        put(before, "a", OLD + 1, "'managedFields': [{'manager': 'helm', 'operation': 'Apply'}]");
        put(after, "a", NEW + 1, "'managedFields': [{'manager': 'helm', 'operation': 'Update'}]");

        assertThat(differences()).containsExactly("/ConfigMap|n|a managers: [helm Apply] became [helm Update]");
    }

    private List<String> differences() {
        return Fidelity.compare(snapshot(before), snapshot(after)).differences();
    }

    private static Snapshot snapshot(Map<String, ObjectNode> objects) {
        Map<String, String> uids = new HashMap<>();
        objects.forEach((key, o) -> uids.put(o.at("/metadata/uid").asString(), key));
        return new Snapshot(objects, uids);
    }

    private static void put(Map<String, ObjectNode> objects, String name, String uid, String metadata) {
        String json = "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': '" + name
                + "', 'namespace': 'n', 'uid': '" + uid + "'" + (metadata.isEmpty() ? "" : ", " + metadata) + "}}";
        ObjectNode object = (ObjectNode) new JsonMapper().readTree(json.replace('\'', '"'));
        objects.put(Objects.key(object), object);
    }
}
