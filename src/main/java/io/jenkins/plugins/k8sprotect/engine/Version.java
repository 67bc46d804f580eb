package io.jenkins.plugins.k8sprotect.engine;

/** The version of this software, as its jar says. */
public final class Version {
    private Version() {}

    /** Such as {@code 1.4.0}; {@code development} when the classes do not come from a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
