package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the Kubernetes API ("Resource URIs" in the API concepts). */
final class Paths {
    private Paths() {}

    static String collection(ResourceType type, String namespace) {
        StringBuilder path = new StringBuilder(64);
        path.append(type.group().isEmpty() ? "/api/" : "/apis/" + type.group() + "/")
                .append(type.version());
        if (type.namespaced() && !namespace.isEmpty()) {
            path.append("/namespaces/").append(encode(namespace));
        }
        return path.append('/').append(type.resource()).toString();
    }

    static String object(ResourceType type, String namespace, String name) {
        return collection(type, namespace) + "/" + encode(name);
    }

    /** For a path segment or a query value; RBAC names hold colons and more. Nearly all names hold nothing to encode. */
    static String encode(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
            if (!plain) {
                return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            }
        }
        return value;
    }
}
