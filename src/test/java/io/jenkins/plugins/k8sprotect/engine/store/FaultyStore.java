package io.jenkins.plugins.k8sprotect.engine.store;

import io.jenkins.plugins.k8sprotect.engine.store.StoreException.Code;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose process or network dies at a chosen call: that call and all later ones fail, and whether the effect of
 * the first one happened is chosen too.
 */
public final class FaultyStore implements Store {
    private final Store store;
    private final int dieAt;
    private final boolean effectHappens;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param dieAt number of the first call that fails, from 0 */
    public FaultyStore(Store store, int dieAt, boolean effectHappens) {
        this.store = store;
        this.dieAt = dieAt;
        this.effectHappens = effectHappens;
    }

    /** How many calls there were. */
    public int calls() {
        return calls.get();
    }

    private interface Call<T> {
        T run();
    }

    private <T> T call(Call<T> call) {
        int number = calls.getAndIncrement();
        if (number < dieAt) {
            return call.run();
        }
        if (number == dieAt && effectHappens) {
            call.run();
        }
        throw new StoreException(Code.UNREACHABLE, "the network is gone at call " + number);
    }

    @Override
    public String description() {
        return store.description();
    }

    @Override
    public void put(String key, byte[] content) {
        call(() -> {
            store.put(key, content);
            return null;
        });
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        return call(() -> store.putIfAbsent(key, content));
    }

    @Override
    public byte[] get(String key, long maxBytes) {
        return call(() -> store.get(key, maxBytes));
    }

    @Override
    public Optional<StoredObject> head(String key) {
        return call(() -> store.head(key));
    }

    @Override
    public Page list(String prefix, String startAfter, int limit) {
        return call(() -> store.list(prefix, startAfter, limit));
    }

    @Override
    public List<String> listFolders(String prefix) {
        return call(() -> store.listFolders(prefix));
    }

    @Override
    public void delete(String key) {
        call(() -> {
            store.delete(key);
            return null;
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
