package io.jenkins.plugins.k8sprotect.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store for laws that are tried many times; counts what is fetched. */
public final class MemoryStore implements Store {
    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final AtomicInteger gets = new AtomicInteger();

    public int gets() {
        return gets.get();
    }

    @Override
    public String description() {
        return "memory:";
    }

    @Override
    public void put(String key, byte[] content) {
        files.put(StoreKeys.check(key), content.clone());
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        return files.putIfAbsent(StoreKeys.check(key), content.clone()) == null;
    }

    @Override
    public byte[] get(String key, long maxBytes) {
        gets.incrementAndGet();
        byte[] content = files.get(StoreKeys.check(key));
        if (content == null) {
            throw StoreException.notFound(description(), key);
        }
        if (content.length > maxBytes) {
            throw StoreException.tooLarge(description(), key, maxBytes);
        }
        return content.clone();
    }

    @Override
    public Optional<StoredObject> head(String key) {
        return Optional.ofNullable(files.get(StoreKeys.check(key))).map(c -> new StoredObject(key, c.length));
    }

    @Override
    public Page list(String prefix, String startAfter, int limit) {
        StoreKeys.checkPrefix(prefix);
        StoreKeys.checkPrefix(startAfter);
        List<StoredObject> found = new ArrayList<>();
        for (var file : files.tailMap(startAfter, false).entrySet()) {
            if (file.getKey().startsWith(prefix)) {
                if (found.size() == limit) {
                    return new Page(found, true);
                }
                found.add(new StoredObject(file.getKey(), file.getValue().length));
            }
        }
        return new Page(found, false);
    }

    @Override
    public List<String> listFolders(String prefix) {
        StoreKeys.checkFolder(prefix);
        return files.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.indexOf('/', prefix.length()) > 0)
                .map(key -> key.substring(0, key.indexOf('/', prefix.length()) + 1))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void delete(String key) {
        files.remove(StoreKeys.check(key));
    }

    @Override
    public void close() {
        // Stays readable, as a directory does.
    }
}
