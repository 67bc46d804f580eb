package io.jenkins.plugins.k8sprotect.packaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the plugin's own jar has what Jenkins looks for in it, and no class that is not the plugin's. */
final class PluginClassesCheck {

    private static final String EXTENSION = "hudson/Extension";
    private static final String SYMBOL = "org/jenkinsci/Symbol";
    private static final String EXTENSION_INDEX = "META-INF/annotations/hudson.Extension";
    private static final String SYMBOL_INDEX = "META-INF/services/annotations/org.jenkinsci.Symbol";

    private final Map<String, byte[]> entries;
    private final List<String> problems = new ArrayList<>();

    /** @param entries of the plugin's own jar */
    PluginClassesCheck(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** What is wrong with the jar; empty if nothing. */
    List<String> problems() {
        Set<String> symbols = new TreeSet<>();
        entries.forEach((path, bytes) -> {
            if (path.endsWith(".class")) {
                checkClass(path, bytes, symbols);
            } else if (path.endsWith(".jelly") && !text(path).startsWith("<?jelly escape-by-default='true'?>")) {
                problems.add(path + " does not begin with <?jelly escape-by-default='true'?>");
            }
        });
        Set<String> indexed = new TreeSet<>(text(SYMBOL_INDEX).lines().toList());
        if (!indexed.equals(symbols)) {
            problems.add(SYMBOL_INDEX + " names " + indexed + ", classes with a symbol are " + symbols);
        }
        return problems;
    }

    private void checkClass(String path, byte[] bytes, Set<String> symbols) {
        if (!path.startsWith(BuiltClasses.OWN)) {
            problems.add(path + " is not the plugin's own");
            return;
        }
        ClassFile file = ClassFile.read(bytes);
        String name = file.name().replace('/', '.');
        if (file.has(SYMBOL)) {
            symbols.add(name);
        }
        if (file.has(EXTENSION) && !new String(bytesOf(EXTENSION_INDEX), ISO_8859_1).contains(name)) {
            problems.add(EXTENSION_INDEX + " lacks " + name);
        }
        DataBoundFields fields = DataBoundFields.of(bytes);
        if (fields.isDataBound()) {
            checkForm(file.name(), fields);
        }
    }

    private void checkForm(String type, DataBoundFields fields) {
        if (!fields.hasParameterNames()) {
            problems.add(type + " was compiled without parameter names");
        }
        String form = text(type + "/config.jelly");
        if (form.isEmpty()) {
            problems.add(type + "/config.jelly is missing");
        }
        required(type + "/help.html");
        for (String field : fields.names()) {
            required(type + "/help-" + field + ".html");
            if (!form.contains("field=\"" + field + "\"")) {
                problems.add(type + "/config.jelly has no field " + field);
            }
        }
    }

    private void required(String path) {
        if (text(path).isBlank()) {
            problems.add(path + " is missing or empty");
        }
    }

    private String text(String path) {
        return new String(bytesOf(path), UTF_8);
    }

    private byte[] bytesOf(String path) {
        return entries.getOrDefault(path, new byte[0]);
    }
}
