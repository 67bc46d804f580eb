package hudson;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import jenkins.util.io.OnMaster;

/** Knows the extensions that a test puts in: tests need that. */
public class ExtensionList<T> extends AbstractList<T> implements OnMaster {
    /** Set by tests. */
    static final Map<Class<?>, Object> SINGLETONS = new HashMap<>();

    ExtensionList() {}

    public static <U> U lookupSingleton(Class<U> type) {
        Object found = SINGLETONS.get(type);
        if (found == null) {
            throw new IllegalStateException("no singleton of " + type);
        }
        return type.cast(found);
    }

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException();
    }
}
