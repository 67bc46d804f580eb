package io.jenkins.plugins.k8sprotect.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The public and protected types of Jenkins and its plugins, as the listing in the test resources has them. */
final class JenkinsApi {

    private static final String LISTING = "/jenkins-api/api-2.516.3.txt.gz";

    private final Map<String, ApiType> types = new HashMap<>();

    private JenkinsApi() {}

    /** Reads the listing that comes with the tests. */
    static JenkinsApi load() {
        try (InputStream in = JenkinsApi.class.getResourceAsStream(LISTING);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JenkinsApi parse(Collection<String> lines) {
        JenkinsApi api = new JenkinsApi();
        ApiType current = null;
        for (String line : lines) {
            if (line.startsWith("  ")) {
                current.add(ApiMember.parse(line.strip()));
            } else if (!line.isBlank()) {
                current = ApiType.parse(line);
                api.types.put(current.name(), current);
            }
        }
        return api;
    }

    /** A type by its internal name, as in {@code hudson/model/Run}. */
    Optional<ApiType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Whether a listed type implements it: the listing leaves some packages out whose types others implement. */
    boolean isNamedAsInterface(String name) {
        return types.values().stream().anyMatch(t -> t.interfaces().contains(name));
    }

    Collection<ApiType> types() {
        return types.values();
    }

    int size() {
        return types.size();
    }

    /** The listed type itself, then its listed super types, nearest first. */
    Iterable<ApiType> lineage(String name) {
        return () -> walk(name);
    }

    private Iterator<ApiType> walk(String name) {
        Deque<String> open = new ArrayDeque<>(Set.of(name));
        Set<String> seen = new HashSet<>();
        Deque<ApiType> found = new ArrayDeque<>();
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            ApiType type = types.get(next);
            if (type != null && seen.add(next)) {
                found.addLast(type);
                open.addFirst(type.superName());
                open.addAll(type.interfaces());
            }
        }
        return found.iterator();
    }
}
