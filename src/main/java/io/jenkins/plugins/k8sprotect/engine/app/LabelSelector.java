package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A label selector: labels match when they meet every requirement.
 *
 * @param requirements what labels must meet; none: anything matches
 */
public record LabelSelector(List<LabelRequirement> requirements) implements Serializable {
    /** Matches all labels, also none. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /**
     * Reads Kubernetes' text form: {@code app=shop,tier in (a,b),env!=dev,!canary}.
     *
     * @throws IllegalArgumentException if it is none; the message says what was found and what is allowed
     */
    public static LabelSelector parse(String text) {
        return new LabelSelector(new LabelSelectorParser(text).requirements());
    }

    public boolean isEverything() {
        return requirements.isEmpty();
    }

    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(r -> r.matches(labels));
    }

    /** In Kubernetes' text form, as {@code labelSelector=} of a LIST takes it; empty for everything. */
    @Override
    public String toString() {
        return requirements.stream().map(LabelRequirement::toString).collect(Collectors.joining(","));
    }
}
