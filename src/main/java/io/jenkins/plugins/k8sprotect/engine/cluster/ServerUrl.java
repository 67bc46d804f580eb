package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.net.URI;

/** URLs of API servers and proxies, checked. A refused one is not quoted, since it may hold a password. */
final class ServerUrl {
    private ServerUrl() {}

    /**
     * The URL of an API server: scheme, host, port and path.
     *
     * @param field what messages begin with
     * @throws InvalidAccess if it is none that can be asked
     */
    static URI server(String text, String field) {
        URI uri = parse(text, field);
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new InvalidAccess(field + ": found scheme " + scheme + "; allowed: https, http");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidAccess(field + ": allowed are scheme, host, port and path; a user or a token has its own"
                    + " place beside it");
        }
        return uri;
    }

    /** The URL of an HTTP proxy; it may hold a user and a password. */
    static URI proxy(String text, String field) {
        URI uri = parse(text, field);
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw new InvalidAccess(field + ": found scheme " + uri.getScheme() + "; allowed: http");
        }
        return uri;
    }

    /** For people: the URL of a server, or that it is none. */
    static String shown(String server) {
        try {
            return server(server, "server").toString();
        } catch (InvalidAccess e) {
            return "no URL of a server";
        }
    }

    private static URI parse(String text, String field) {
        try {
            URI uri = URI.create(text == null ? "" : text.strip());
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the URL.
        }
        throw new InvalidAccess(field + ": not a URL with a valid host name or address");
    }
}
