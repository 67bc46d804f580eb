package io.jenkins.plugins.k8sprotect.harness.binding;

import hudson.Extension;
import hudson.model.Descriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * Descriptors as Jenkins finds them: an extension is what the extension index names, and has a symbol only if the symbol
 * index names it too. A class with the annotation that the index lacks is not found here either.
 */
public final class Descriptors {
    private static final String SYMBOLS = "META-INF/services/annotations/org.jenkinsci.Symbol";

    private final List<Object> extensions = new ArrayList<>();
    private final Map<String, List<Descriptor<?>>> symbols = new LinkedHashMap<>();

    /** What the classes on the class path declare. */
    public static Descriptors ofTheClassPath() {
        Descriptors found = new Descriptors();
        Set<String> indexed = symbolIndex();
        try {
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class)) {
                found.add(item.instance(), indexed.contains(item.className()));
            }
        } catch (InstantiationException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** One that a test declares: it is in no index. */
    public Descriptors with(Descriptor<?> descriptor) {
        add(descriptor, true);
        return this;
    }

    /** All extensions, descriptors or not. */
    public List<Object> extensions() {
        return extensions;
    }

    public Optional<StepDescriptor> step(String function) {
        return steps().filter(d -> d.getFunctionName().equals(function)).findFirst();
    }

    /** Steps by their function names, and symbols: what may be called. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(symbols.keySet());
        steps().map(StepDescriptor::getFunctionName).forEach(names::add);
        return names;
    }

    public boolean isSymbol(String name) {
        return symbols.containsKey(name);
    }

    /** The class that a symbol means where this type is wanted. */
    public Class<?> bySymbol(Class<?> base, String symbol) {
        return symbols.getOrDefault(symbol, List.of()).stream()
                .<Class<?>>map(d -> d.clazz)
                .filter(base::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "no known implementation of " + base + " is using symbol ‘" + symbol + "’"));
    }

    /** The class of that simple or full name where this type is wanted; without a name the type itself. */
    Class<?> byClassName(Class<?> base, String name) {
        if (name == null) {
            if (Modifier.isAbstract(base.getModifiers())) {
                throw new UnsupportedOperationException("must specify $class with an implementation of " + base);
            }
            return base;
        }
        return descriptors()
                .<Class<?>>map(d -> d.clazz)
                .filter(base::isAssignableFrom)
                .filter(c -> c.getSimpleName().equals(name) || c.getName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UnsupportedOperationException("no known implementation of " + base + " is named " + name));
    }

    private Stream<Descriptor<?>> descriptors() {
        return extensions.stream().filter(Descriptor.class::isInstance).map(e -> (Descriptor<?>) e);
    }

    private Stream<StepDescriptor> steps() {
        return descriptors().filter(StepDescriptor.class::isInstance).map(StepDescriptor.class::cast);
    }

    private void add(Object extension, boolean inSymbolIndex) {
        extensions.add(extension);
        Symbol symbol = extension.getClass().getAnnotation(Symbol.class);
        if (symbol != null && inSymbolIndex && extension instanceof Descriptor<?> descriptor) {
            for (String name : symbol.value()) {
                symbols.computeIfAbsent(name, n -> new ArrayList<>()).add(descriptor);
            }
        }
    }

    private static Set<String> symbolIndex() {
        Set<String> classes = new TreeSet<>();
        try {
            for (URL file : Collections.list(Descriptors.class.getClassLoader().getResources(SYMBOLS))) {
                try (var in = file.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .forEach(classes::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
