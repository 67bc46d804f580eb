package org.jenkinsci.plugins.structs.describable;

/** Has a name: tests need that. */
public final class DescribableParameter {
    private final String name;

    DescribableParameter(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
