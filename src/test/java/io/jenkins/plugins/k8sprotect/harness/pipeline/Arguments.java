package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import groovy.lang.GString;
import io.jenkins.plugins.k8sprotect.harness.binding.Binder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call, cut as Pipeline's {@code DSL.parseArgs} does.
 *
 * @param named by name; one without a name under {@link Binder#ANONYMOUS}
 * @param body the block; null if there is none
 */
record Arguments(Map<String, Object> named, Closure<?> body) {

    /** @param takesBody whether a closure at the end is a block; if not it is an argument */
    static Arguments parse(Object[] given, boolean takesBody) {
        List<Object> left = new ArrayList<>(Arrays.asList(given));
        Closure<?> body = null;
        if (takesBody && !left.isEmpty() && left.get(left.size() - 1) instanceof Closure<?> last) {
            body = last;
            left.remove(left.size() - 1);
        }
        if (left.isEmpty()) {
            return new Arguments(Map.of(), body);
        }
        if (left.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + left);
        }
        if (left.get(0) instanceof Map<?, ?> map && !map.containsKey("$class")) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(name.toString(), flat(value)));
            return new Arguments(named, body);
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(Binder.ANONYMOUS, flat(left.get(0)));
        return new Arguments(one, body);
    }

    boolean has(String name) {
        return named.containsKey(name);
    }

    /** The argument of that name, or the one without a name. */
    Object value(String name) {
        return named.containsKey(name) ? named.get(name) : named.get(Binder.ANONYMOUS);
    }

    /** As {@link #value}, where it must be there. */
    String text(String name) {
        Object value = value(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.toString();
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(String.valueOf(named.get(name)));
    }

    /** Interpolated strings become plain ones, in lists and maps too. */
    private static Object flat(Object value) {
        if (value instanceof GString) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(element -> plain.add(flat(element)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((k, v) -> plain.put(flat(k), flat(v)));
            return plain;
        }
        return value;
    }
}
