package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;

/**
 * One HTTP request to an API server, with what an error message about it says.
 *
 * @param method HTTP method
 * @param path path and query
 * @param accept media type wanted; empty for JSON
 * @param contentType media type of the body; empty if there is none
 * @param body the body, or null
 * @param what for messages: verb and object, such as {@code list secrets in namespace shop}
 */
record Request(String method, String path, String accept, String contentType, byte[] body, String what) {
    static final String JSON = "application/json";

    static Request get(String path, String what) {
        return new Request("GET", path, JSON, "", null, what);
    }

    static Request send(String method, String path, String contentType, byte[] body, String what) {
        return new Request(method, path, JSON, contentType, body, what);
    }

    Request accepting(String mediaType) {
        return new Request(method, path, mediaType, contentType, body, what);
    }

    /** {@code VERB RESOURCE in namespace NS}, as RBAC names things. */
    static String what(String verb, ResourceType type, String namespace) {
        return verb + " " + type.qualifiedResource() + place(type, namespace);
    }

    static String what(String verb, ResourceType type, String namespace, String name) {
        return verb + " " + type.qualifiedResource() + "/" + name + place(type, namespace);
    }

    private static String place(ResourceType type, String namespace) {
        if (!type.namespaced()) {
            return " (cluster-scoped)";
        }
        return namespace.isEmpty() ? " in all namespaces" : " in namespace " + namespace;
    }
}
