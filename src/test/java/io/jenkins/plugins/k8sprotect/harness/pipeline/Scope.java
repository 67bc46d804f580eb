package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.EnvVars;
import java.util.HashMap;
import java.util.Map;

/** What the blocks around a step provide: objects by their type, variables, and what may stop it. Immutable. */
record Scope(Map<Class<?>, Object> objects, Map<String, String> variables, Region region, StageReport stage) {

    static Scope of(Region region) {
        return new Scope(Map.of(), Map.of(), region, null);
    }

    <T> Scope with(Class<T> type, T object) {
        Map<Class<?>, Object> more = new HashMap<>(objects);
        more.put(type, object);
        return new Scope(Map.copyOf(more), variables, region, stage);
    }

    Scope with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new Scope(objects, Map.copyOf(all), region, stage);
    }

    Scope with(Region inner) {
        return new Scope(objects, variables, inner, stage);
    }

    Scope with(StageReport inner) {
        return new Scope(objects, variables, region, inner);
    }

    /** The object of that type that is nearest; null if there is none. */
    <T> T get(Class<T> type) {
        return type == EnvVars.class ? type.cast(environment()) : type.cast(objects.get(type));
    }

    private EnvVars environment() {
        EnvVars environment = new EnvVars();
        environment.putAll(variables);
        return environment;
    }
}
