package io.jenkins.plugins.k8sprotect.harness.binding;

import groovy.lang.GString;
import hudson.model.TaskListener;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Makes of what a Pipeline gave what a parameter takes: {@code DescribableModel.coerce}, branch by branch. */
final class Coercion {
    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private final Binder binder;
    private final TaskListener listener;

    Coercion(Binder binder, TaskListener listener) {
        this.binder = binder;
        this.listener = listener;
    }

    /** @param context the parameter, for messages */
    Object coerce(String context, Type type, Object given) {
        Class<?> erased = erasure(type);
        Object value = type instanceof Class && given != null
                ? ReflectionCache.getCachedClass(erased).coerceArgument(given)
                : given;
        if (value instanceof GString) {
            value = value.toString();
        }
        if (value instanceof List<?> list && Collection.class.isAssignableFrom(erased)) {
            return elements(context, elementOf(type), list);
        } else if (wrapped(erased).isInstance(value)) {
            return value;
        } else if (value == null) {
            return null;
        } else if (value instanceof UninstantiatedDescribable nested) {
            return binder.bindNested(erased, nested, listener);
        } else if (value instanceof Map<?, ?> map) {
            return ofMap(erased, map);
        } else if (value instanceof String text) {
            return ofText(context, type, erased, text);
        } else if (value instanceof List<?> list && erased.isArray()) {
            return elements(context, erased.getComponentType(), list)
                    .toArray((Object[]) java.lang.reflect.Array.newInstance(erased.getComponentType(), 0));
        }
        throw refused(context, type, value);
    }

    private List<Object> elements(String context, Type type, List<?> list) {
        List<Object> coerced = new ArrayList<>();
        list.forEach(element -> coerced.add(coerce(context, type, element)));
        return coerced;
    }

    private Object ofMap(Class<?> type, Map<?, ?> map) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        map.forEach((name, value) -> arguments.put((String) name, value));
        Object named = arguments.remove("$class");
        return binder.bind(binder.descriptors().byClassName(type, (String) named), arguments, listener);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object ofText(String context, Type type, Class<?> erased, String text) {
        Class<?> wrapper = wrapped(erased);
        if (erased.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) erased, text);
        } else if (wrapper == Character.class && text.length() == 1) {
            return text.charAt(0);
        } else if (Number.class.isAssignableFrom(wrapper)) {
            return number(context, wrapper, text);
        } else if (wrapper == Boolean.class) {
            return Boolean.valueOf(text);
        }
        throw refused(context, type, text);
    }

    private static Object number(String context, Class<?> wrapper, String text) {
        try {
            return wrapper.getMethod("valueOf", String.class).invoke(null, text);
        } catch (ReflectiveOperationException e) {
            throw new ClassCastException(context + " expects " + wrapper
                    + " but was unable to coerce the received value \"" + text + "\" to that type");
        }
    }

    private static ClassCastException refused(String context, Type type, Object value) {
        return new ClassCastException(context + " expects " + type + " but received " + value.getClass());
    }

    private static Class<?> wrapped(Class<?> type) {
        return WRAPPERS.getOrDefault(type, type);
    }

    private static Class<?> erasure(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type elementOf(Type collection) {
        return collection instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }
}
