package org.jenkinsci.plugins.structs.describable;

import java.util.function.BiFunction;

/** Says what makes objects of nested choices. */
public final class NestedChoicesForTests {
    private NestedChoicesForTests() {}

    /** @param instantiator gets the choice and the type that is wanted; null: nothing makes any */
    public static void madeBy(BiFunction<UninstantiatedDescribable, Class<?>, Object> instantiator) {
        UninstantiatedDescribable.instantiator = instantiator;
    }
}
