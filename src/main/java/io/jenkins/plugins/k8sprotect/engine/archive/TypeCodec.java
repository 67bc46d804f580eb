package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Kinds and resource types as members of a JSON object. */
final class TypeCodec {
    private TypeCodec() {}

    static void put(ObjectNode json, GroupKind kind) {
        json.put("group", kind.group());
        json.put("kind", kind.kind());
    }

    static GroupKind kind(Fields fields) {
        return new GroupKind(fields.text("group"), fields.text("kind"));
    }

    static void put(ObjectNode json, ResourceType type) {
        put(json, type.groupKind());
        json.put("version", type.version());
        json.put("resource", type.resource());
        json.put("namespaced", type.namespaced());
    }

    static ResourceType type(Fields fields) {
        return new ResourceType(
                kind(fields), fields.text("version"), fields.text("resource"), fields.flag("namespaced"));
    }
}
