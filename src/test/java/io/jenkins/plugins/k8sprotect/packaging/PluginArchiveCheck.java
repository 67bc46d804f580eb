package io.jenkins.plugins.k8sprotect.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;

/** Whether the plugin archive holds what Jenkins needs, and nothing that clashes with what Jenkins has. */
final class PluginArchiveCheck {

    /** The plugin's own classes and resources. */
    static final String OWN_JAR = "WEB-INF/lib/k8s-protect-plugin.jar";

    private static final List<String> ATTRIBUTES = List.of(
            "Group-Id",
            "Artifact-Id",
            "Extension-Name",
            "Short-Name",
            "Long-Name",
            "Plugin-Version",
            "Implementation-Version",
            "Jenkins-Version",
            "Hudson-Version",
            "Minimum-Java-Version",
            "Support-Dynamic-Loading",
            "Plugin-Dependencies");

    private static final List<String> OWN_ATTRIBUTES =
            List.of("Short-Name", "Plugin-Version", "Jenkins-Version", "Implementation-Version");

    private static final List<String> LIBRARIES = List.of(
            "kubernetes-client-[0-9].*",
            "kubernetes-httpclient-jdk-.*",
            "s3-[0-9].*",
            "url-connection-client-.*",
            "zstd-jni-.*",
            "commons-compress-.*",
            "snakeyaml-engine-.*",
            "jackson-databind-3.*");

    /** Packages whose classes Jenkins brings, or that only the command line or the tests use. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("hudson/", "Jenkins"),
            Map.entry("jenkins/", "Jenkins"),
            Map.entry("org/jenkinsci/", "Jenkins"),
            Map.entry("org/kohsuke/", "Jenkins"),
            Map.entry("com/cloudbees/", "Jenkins"),
            Map.entry("net/java/sezpoz/", "Jenkins"),
            Map.entry("org/slf4j/", "slf4j"),
            Map.entry("org/apache/commons/codec/", "commons-codec"),
            Map.entry("com/google/common/", "guava"),
            Map.entry("com/fasterxml/jackson/core/", "Jackson 2"),
            Map.entry("com/fasterxml/jackson/databind/", "Jackson 2"),
            Map.entry("org/apache/log4j/", "log4j"),
            Map.entry("org/apache/logging/", "log4j"),
            Map.entry("ch/qos/logback/", "logback"),
            Map.entry("io/netty/", "netty"),
            Map.entry("io/vertx/", "vertx"),
            Map.entry("okhttp3/", "okhttp"),
            Map.entry("org/apache/http/", "Apache HTTP client"),
            Map.entry("org/apache/hc/", "Apache HTTP client"),
            Map.entry("picocli/", "picocli"),
            Map.entry("org/junit/", "tests"),
            Map.entry("org/assertj/", "tests"),
            Map.entry("net/jqwik/", "tests"));

    private final Map<String, byte[]> entries;
    private final List<String> problems = new ArrayList<>();

    /** @param entries of the {@code .hpi} */
    PluginArchiveCheck(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** What is wrong with the archive; empty if nothing. */
    List<String> problems() {
        checkManifest("the archive", ATTRIBUTES, Archives.manifest(entries));
        checkLibraries();
        byte[] own = entries.get(OWN_JAR);
        if (own == null) {
            problems.add(OWN_JAR + " is missing");
        } else {
            checkOwn(Archives.entries(own));
        }
        return problems;
    }

    private void checkManifest(String where, List<String> attributes, Attributes manifest) {
        for (String attribute : attributes) {
            String value = manifest.getValue(attribute);
            if (value == null || value.isBlank() || value.contains("${")) {
                problems.add("the manifest of " + where + " has no " + attribute);
            }
        }
    }

    /** Jenkins accepts the plugin's objects from an agent or from its own files only if their jar says that it is a plugin's. */
    private void checkOwn(Map<String, byte[]> own) {
        checkManifest(OWN_JAR, OWN_ATTRIBUTES, Archives.manifest(own));
        if (!own.containsKey("index.jelly")) {
            problems.add("index.jelly is missing in " + OWN_JAR);
        }
        own.keySet().stream()
                .filter(path -> path.startsWith(BuiltClasses.OWN + "cli/"))
                .forEach(path -> problems.add(path + " belongs to the command line"));
        problems.addAll(new PluginClassesCheck(own).problems());
    }

    private void checkLibraries() {
        Map<String, Set<String>> foreign = new TreeMap<>();
        Set<String> jars = new TreeSet<>();
        entries.forEach((path, bytes) -> {
            if (path.startsWith("WEB-INF/lib/") && path.endsWith(".jar")) {
                jars.add(path.substring("WEB-INF/lib/".length()));
                foreignIn(path, bytes, foreign);
            } else if (path.endsWith(".class")) {
                problems.add(path + " lies outside WEB-INF/lib");
            }
        });
        Set<String> seen = new TreeSet<>();
        for (String jar : jars) {
            if (!seen.add(jar.replaceFirst("-[0-9].*", ""))) {
                problems.add(jar + " is there in another version too");
            }
        }
        foreign.forEach((jar, whose) -> problems.add(jar + " holds classes of " + String.join(", ", whose)));
        for (String library : LIBRARIES) {
            if (jars.stream().noneMatch(Pattern.compile(library).asMatchPredicate())) {
                problems.add("no library " + library);
            }
        }
    }

    private static void foreignIn(String jar, byte[] bytes, Map<String, Set<String>> foreign) {
        for (String path : Archives.entries(bytes).keySet()) {
            FOREIGN.forEach((prefix, whose) -> {
                if (path.startsWith(prefix) && path.endsWith(".class")) {
                    foreign.computeIfAbsent(jar, j -> new TreeSet<>()).add(whose);
                }
            });
        }
    }
}
