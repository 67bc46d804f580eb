package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Map;
import java.util.function.BiFunction;

/** Holds what it was made of: tests need that. */
public class UninstantiatedDescribable implements Serializable {
    public static final String ANONYMOUS_KEY = "<anonymous>";

    /** Set by tests: what makes the object. */
    static BiFunction<UninstantiatedDescribable, Class<?>, Object> instantiator;

    private final String symbol;
    private final String klass;
    private final Map<String, ?> arguments;

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public String getSymbol() {
        return symbol;
    }

    public String getKlass() {
        return klass;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }

    public <T> T instantiate(Class<T> base, TaskListener listener) throws Exception {
        return base.cast(instantiator.apply(this, base));
    }
}
