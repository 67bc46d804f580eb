package io.jenkins.plugins.k8sprotect.report;

/** A link to a file among a build's artifacts. */
public final class FileLink {
    private final String name;
    private final String url;

    FileLink(String name, String url) {
        this.name = name;
        this.url = url;
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }
}
