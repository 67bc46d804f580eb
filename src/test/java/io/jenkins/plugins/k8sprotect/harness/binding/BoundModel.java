package io.jenkins.plugins.k8sprotect.harness.binding;

import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The parameters of a data-bound class.
 *
 * @param required names of the constructor's parameters, in its order
 * @param setters the optional ones by name, alphabetically
 */
public record BoundModel(Constructor<?> constructor, List<String> required, Map<String, Method> setters) {

    /** @throws IllegalArgumentException if Jenkins could not bind the class either */
    public static BoundModel of(Class<?> type) {
        Constructor<?> constructor = Stream.of(type.getConstructors())
                .filter(c -> c.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no public @DataBoundConstructor"));
        List<String> required =
                Stream.of(constructor.getParameters()).map(BoundModel::nameOf).toList();
        return new BoundModel(constructor, required, setters(type));
    }

    public boolean knows(String parameter) {
        return required.contains(parameter) || setters.containsKey(parameter);
    }

    /** The parameter that may be given without its name, if there is one. */
    public Optional<String> soleRequired() {
        return required.size() == 1 ? Optional.of(required.get(0)) : Optional.empty();
    }

    private static String nameOf(Parameter parameter) {
        if (!parameter.isNamePresent()) {
            throw new IllegalArgumentException(
                    parameter.getDeclaringExecutable() + " was compiled without -parameters");
        }
        return parameter.getName();
    }

    private static Map<String, Method> setters(Class<?> type) {
        Map<String, Method> setters = new TreeMap<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(DataBoundSetter.class)) {
                    setters.put(propertyOf(method), method);
                }
            }
        }
        return setters;
    }

    private static String propertyOf(Method method) {
        if (!method.getName().startsWith("set") || method.getParameterCount() != 1) {
            throw new IllegalArgumentException(method + " cannot be a @DataBoundSetter");
        }
        return Introspector.decapitalize(method.getName().substring(3));
    }
}
