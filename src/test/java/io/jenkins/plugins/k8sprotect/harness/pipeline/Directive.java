package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A section of a declarative Pipeline: what it may hold, and nothing else. */
final class Directive extends GroovyObjectSupport {
    private final String name;
    private final Map<String, Consumer<Object[]>> contents = new HashMap<>();

    Directive(String name) {
        this.name = name;
    }

    /** It may hold this. */
    Directive with(String content, Consumer<Object[]> handler) {
        contents.put(content, handler);
        return this;
    }

    /** It may hold this with a block alone. */
    Directive withBlock(String content, Consumer<Closure<?>> handler) {
        return with(content, arguments -> handler.accept((Closure<?>) arguments[arguments.length - 1]));
    }

    /** Reads the section. */
    void read(Closure<?> section) {
        Closure<?> own = (Closure<?>) section.clone();
        own.setDelegate(this);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
    }

    @Override
    public Object invokeMethod(String content, Object arguments) {
        Consumer<Object[]> handler = contents.get(content);
        if (handler == null) {
            throw new IllegalStateException(
                    "‘" + content + "’ is not allowed in ‘" + name + "’ of a declarative Pipeline");
        }
        handler.accept((Object[]) arguments);
        return null;
    }

    /** {@code any} and {@code none} are words of the language. */
    @Override
    public Object getProperty(String word) {
        if (word.equals("any") || word.equals("none")) {
            return word;
        }
        throw new MissingPropertyException(word, Directive.class);
    }
}
