package io.jenkins.plugins.k8sprotect.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files that the build made of the main sources, by internal name. */
final class BuiltClasses {

    /** The plugin's own root package. */
    static final String OWN = "io/jenkins/plugins/k8sprotect/";

    private static final Path ROOT = Path.of("target", "classes");

    private BuiltClasses() {}

    /** The plugin's classes. */
    static Map<String, byte[]> own() {
        return read(name -> name.startsWith(OWN));
    }

    /** The stubs: what is compiled with the plugin, but not its own. */
    static Map<String, byte[]> stubs() {
        return read(name -> !name.startsWith(OWN));
    }

    private static Map<String, byte[]> read(java.util.function.Predicate<String> wanted) {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                String name = path.substring(0, path.length() - ".class".length());
                if (wanted.test(name)) {
                    classes.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
