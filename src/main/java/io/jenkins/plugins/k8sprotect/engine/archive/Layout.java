package io.jenkins.plugins.k8sprotect.engine.archive;

import java.util.regex.Pattern;

/** Names and keys of the format, and which names an application may have. */
final class Layout {
    static final String MANIFEST = "manifest.json";
    static final String INDEX = "index.jsonl.zst";
    static final String DETAILS = "details.json.zst";
    /** What the name of a file begins with that says who is about to make this backup; gone when it is made. */
    static final String ATTEMPT = "attempt-";

    static final String CATALOG = "_catalog/";

    private static final Pattern SEGMENT = Pattern.compile("resources-(\\d{3,6})\\.tar\\.zst");
    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    /** RFC 1123 label, as Kubernetes names namespaces; no name can be that of the catalog. */
    private static final Pattern APPLICATION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private Layout() {}

    static String segment(int number) {
        return String.format("resources-%03d.tar.zst", number);
    }

    static boolean isSegment(String name) {
        return SEGMENT.matcher(name).matches();
    }

    /**
     * Whether a manifest may name a file so. A later version may add files; those are checked, and otherwise left
     * alone.
     */
    static boolean isFileName(String name) {
        return FILE.matcher(name).matches() && !isManifest(name);
    }

    /** The manifest, and its detached signature, which cannot be named in it. */
    static boolean isManifest(String name) {
        return name.equals(MANIFEST) || name.equals("manifest.sig");
    }

    static String folder(String application, BackupId id) {
        return checkApplication(application) + "/" + id.value() + "/";
    }

    static boolean isApplication(String name) {
        return APPLICATION.matcher(name).matches();
    }

    static String checkApplication(String name) {
        if (!isApplication(name)) {
            throw new BackupException(
                    BackupException.Code.INVALID,
                    "'" + name + "' is no application name; allowed are 1 to 63 characters a-z, 0-9 and '-', with a"
                            + " letter or digit at both ends");
        }
        return name;
    }
}
