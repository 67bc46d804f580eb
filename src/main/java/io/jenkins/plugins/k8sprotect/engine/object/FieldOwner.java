package io.jenkins.plugins.k8sprotect.engine.object;

import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of {@code metadata.managedFields} ("Server-Side Apply", field management).
 *
 * @param manager name of the manager
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the object itself, else such as {@code status}
 * @param fields the {@code fieldsV1} set
 */
public record FieldOwner(String manager, String operation, String subresource, ObjectNode fields) {
    public boolean applies() {
        return operation.equals("Apply");
    }
}
