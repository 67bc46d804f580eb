package io.jenkins.plugins.k8sprotect.harness.binding;

import hudson.model.TaskListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/**
 * Makes a step or a nested choice of a Pipeline's arguments, as {@code DescribableModel.instantiate} of the structs plugin.
 *
 * <p>What may surprise: an unknown parameter is only a warning; a constructor's parameter that is not given arrives as null
 * or as its primitive type's default; a parameter of type {@code Object} gets a nested choice as it was written, for the
 * step to instantiate.
 */
public final class Binder {
    /** The key of an argument that was given without a name. */
    public static final String ANONYMOUS = "<anonymous>";

    private final Descriptors descriptors;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    public Binder(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    public Descriptors descriptors() {
        return descriptors;
    }

    /** All warnings so far; those about nested choices may be in no build's log. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Makes one.
     *
     * @param listener where warnings go too; null if nowhere
     * @throws IllegalArgumentException as Jenkins throws it, if an argument does not fit or a setter refuses it
     */
    public <T> T bind(Class<T> type, Map<String, ?> given, TaskListener listener) {
        BoundModel model = BoundModel.of(type);
        Map<String, ?> arguments = named(type, model, given);
        warnOfUnknown(type, model, arguments.keySet(), listener);
        Coercion coercion = new Coercion(this, listener);
        try {
            Object bound = model.constructor().newInstance(ofConstructor(type, model, arguments, coercion));
            set(bound, model, arguments, coercion);
            return type.cast(bound);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalArgumentException(
                    "Could not instantiate " + arguments + " for " + type.getName() + ": " + cause, cause);
        }
    }

    /** Makes a nested choice of the type that a parameter takes. */
    public <T> T bindNested(Class<T> base, UninstantiatedDescribable nested, TaskListener listener) {
        return base.cast(bind(typeOf(base, nested), nested.getArguments(), listener));
    }

    private Class<?> typeOf(Class<?> base, UninstantiatedDescribable nested) {
        if (nested.getKlass() == null) {
            return descriptors.bySymbol(base, nested.getSymbol());
        }
        try {
            return Class.forName(nested.getKlass());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, ?> named(Class<?> type, BoundModel model, Map<String, ?> given) {
        if (!given.containsKey(ANONYMOUS)) {
            return given;
        }
        if (given.size() != 1) {
            throw new IllegalArgumentException("All arguments have to be named but it has " + ANONYMOUS);
        }
        String name = model.soleRequired()
                .orElseThrow(
                        () -> new IllegalArgumentException("Arguments to " + type + " have to be explicitly named"));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(name, given.get(ANONYMOUS));
        return one;
    }

    private void warnOfUnknown(Class<?> type, BoundModel model, Set<String> names, TaskListener listener) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(model::knows);
        if (!unknown.isEmpty()) {
            String message = "WARNING: Unknown parameter(s) found for class type '" + type.getName() + "': "
                    + String.join(",", unknown);
            warnings.add(message);
            if (listener != null) {
                listener.getLogger().println(message);
            }
        }
    }

    private static Object[] ofConstructor(
            Class<?> type, BoundModel model, Map<String, ?> arguments, Coercion coercion) {
        Parameter[] parameters = model.constructor().getParameters();
        Type[] types = model.constructor().getGenericParameterTypes();
        Object[] values = new Object[parameters.length];
        for (int i = 0; i < values.length; i++) {
            String name = model.required().get(i);
            Object given = arguments.get(name);
            values[i] = given != null
                    ? coercion.coerce(type.getName() + "." + name, types[i], given)
                    : defaultOf(parameters[i].getType());
        }
        return values;
    }

    /** An array of a primitive type holds its default. */
    private static Object defaultOf(Class<?> type) {
        return type.isPrimitive() ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0) : null;
    }

    private static void set(Object bound, BoundModel model, Map<String, ?> arguments, Coercion coercion)
            throws ReflectiveOperationException {
        for (var setter : model.setters().entrySet()) {
            if (arguments.containsKey(setter.getKey())) {
                Type type = setter.getValue().getGenericParameterTypes()[0];
                String context = setter.getValue().toString();
                setter.getValue().invoke(bound, coercion.coerce(context, type, arguments.get(setter.getKey())));
            }
        }
    }
}
