package io.jenkins.plugins.k8sprotect.engine.fidelity;

import static io.jenkins.plugins.k8sprotect.engine.fidelity.Objects.text;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an object's {@code managedFields} tell. */
final class FieldManagers {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private FieldManagers() {}

    /** Manager and operation of each who owns fields of the object itself, not of a subresource such as status. */
    static Set<String> of(ObjectNode object) {
        Set<String> managers = new TreeSet<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (text(entry, "subresource").isEmpty()) {
                managers.add(text(entry, "manager") + " " + text(entry, "operation"));
            }
        }
        return managers;
    }

    /** The ports of a Service whose node port a person or a tool wrote. */
    static Set<String> chosenNodePorts(ObjectNode service) {
        Set<String> chosen = new HashSet<>();
        for (JsonNode entry : service.path("metadata").path("managedFields")) {
            JsonNode ports = entry.path("fieldsV1").path("f:spec").path("f:ports");
            if (text(entry, "subresource").isEmpty()) {
                ports.properties().stream()
                        .filter(p -> p.getKey().startsWith("k:") && p.getValue().has("f:nodePort"))
                        .forEach(p ->
                                chosen.add(portKey(MAPPER.readTree(p.getKey().substring(2)))));
            }
        }
        String applied = Objects.annotation(service, LAST_APPLIED);
        if (!applied.isEmpty()) {
            Objects.elements(MAPPER.readTree(applied).path("spec").path("ports")).stream()
                    .filter(p -> p.path("nodePort").asInt(0) != 0)
                    .forEach(p -> chosen.add(portKey(p)));
        }
        return chosen;
    }

    static String portKey(JsonNode port) {
        return port.path("port").asString("") + "/" + port.path("protocol").asString("TCP");
    }

    /** Whether {@code caBundle} is held by a manager that did not write the rules: a program patched its own in. */
    static boolean foreignAuthority(ObjectNode object) {
        Set<String> holders = new HashSet<>();
        Set<String> writers = new HashSet<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            String fields = entry.path("fieldsV1").toString();
            if (fields.contains("\"f:caBundle\"")) {
                holders.add(text(entry, "manager"));
            }
            if (fields.contains("\"f:rules\"")) {
                writers.add(text(entry, "manager"));
            }
        }
        return !holders.isEmpty() && holders.stream().noneMatch(writers::contains);
    }
}
