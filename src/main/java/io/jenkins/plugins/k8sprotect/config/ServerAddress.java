package io.jenkins.plugins.k8sprotect.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** What the URL of an API server must look like for a token to be sent there. */
final class ServerAddress {
    private static final String ALLOWED = "allowed is a URL such as https://10.0.0.1:6443";

    private ServerAddress() {}

    /** What is wrong with it; empty if nothing. Its text is not repeated: someone may have put a password into it. */
    static List<String> mistakes(String server) {
        if (server == null) {
            return List.of("server: found nothing; " + ALLOWED);
        }
        try {
            URI uri = new URI(server);
            if ("http".equalsIgnoreCase(uri.getScheme())) {
                return List.of("server: found http://, where everybody on the way could read the token; " + ALLOWED);
            }
            if (server.contains("@")) {
                return List.of("server: holds a user or a password; " + ALLOWED);
            }
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && plain
                    ? List.of()
                    : List.of("server: found no https:// URL of a host alone; " + ALLOWED);
        } catch (URISyntaxException e) {
            return List.of("server: found no URL (" + e.getReason() + " at position " + e.getIndex() + "); " + ALLOWED);
        }
    }
}
