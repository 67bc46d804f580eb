package io.jenkins.plugins.k8sprotect.testbed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of API paths. */
final class Urls {

    private Urls() {}

    /** For a path segment or a query value: RBAC names hold colons, continue tokens hold anything. */
    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
