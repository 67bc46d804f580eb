package org.jenkinsci.plugins.structs.describable;

import java.beans.Introspector;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Knows the names of the parameters: tests need that. */
public final class DescribableModel<T> implements Serializable {
    private final Class<T> type;

    public DescribableModel(Class<T> type) {
        this.type = type;
    }

    public static <T> DescribableModel<T> of(Class<T> type) {
        return new DescribableModel<>(type);
    }

    public Collection<DescribableParameter> getParameters() {
        Stream<String> required = Arrays.stream(type.getConstructors())
                .filter(c -> c.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(c -> Arrays.stream(c.getParameters()))
                .map(java.lang.reflect.Parameter::getName);
        Stream<String> optional = Arrays.stream(type.getMethods())
                .filter(m -> m.isAnnotationPresent(DataBoundSetter.class))
                .map(m -> Introspector.decapitalize(m.getName().substring("set".length())));
        return Stream.concat(required, optional.sorted())
                .map(DescribableParameter::new)
                .toList();
    }
}
