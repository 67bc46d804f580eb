package io.jenkins.plugins.k8sprotect.steps;

/** A storage's URL as people may see it. */
final class StorageUrl {

    private StorageUrl() {}

    /** The URL without user information and query: what a build's pages show, and what someone may have put a secret in. */
    static String shown(Object url) {
        String text = String.valueOf(url);
        int end = text.indexOf('?');
        String plain = end < 0 ? text : text.substring(0, end);
        return plain.replaceFirst("://[^/@]*@", "://");
    }
}
