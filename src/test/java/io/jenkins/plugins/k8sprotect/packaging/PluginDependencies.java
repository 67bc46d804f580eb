package io.jenkins.plugins.k8sprotect.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The manifest's {@code Plugin-Dependencies}: {@code id:version,id:version;resolution:=optional}. */
final class PluginDependencies {

    /** Artifacts of the listing that are in Jenkins itself, or in another plugin than their name says. */
    private static final Map<String, String> PLUGIN_OF = Map.of("symbol-annotation-1.24", "structs");

    private static final Set<String> CORE = Set.of("jenkins-core-", "remoting-", "stapler-");

    private final Map<String, String> declared = new TreeMap<>();

    PluginDependencies(String attribute) {
        for (String dependency : attribute.split(",")) {
            String[] parts = dependency.split(";")[0].split(":");
            declared.put(parts[0], parts[1]);
        }
    }

    /**
     * What is wrong with them.
     *
     * @param artifacts of the listing that the plugin's classes refer to
     * @param known versions whose API the listing shows, by plugin
     */
    List<String> problems(Set<String> artifacts, Map<String, String> known) {
        List<String> problems = new ArrayList<>();
        for (String artifact : artifacts) {
            String plugin = PLUGIN_OF.getOrDefault(artifact, artifact);
            if (CORE.stream().noneMatch(plugin::startsWith) && !declared.containsKey(plugin)) {
                problems.add("classes of " + plugin + " are used, but the manifest does not depend on it");
            }
        }
        declared.forEach((plugin, version) -> {
            String there = known.get(plugin);
            if (there == null) {
                problems.add(plugin + ": version in the oldest supported Jenkins is not known");
            } else if (major(version) > major(there)) {
                problems.add(plugin + " " + version + " is newer than " + there);
            }
        });
        return problems;
    }

    private static long major(String version) {
        return Long.parseLong(version.split("[.]")[0]);
    }
}
