package io.jenkins.plugins.k8sprotect.harness.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for planted secrets in every byte that was kept. */
public final class Leaks {
    private final Map<String, List<String>> forms = new TreeMap<>();

    /** A secret: as it is, and as base64, which is how Kubernetes writes it. */
    public Leaks plant(String name, String value) {
        if (value.length() < 8) {
            throw new IllegalArgumentException(name + " is so short that it may be found by chance");
        }
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        forms.put(name, List.of(value, encoded));
        return this;
    }

    /** Each file below the folder that holds one, with the secret's name. */
    public List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                forms.forEach((name, values) -> {
                    if (values.stream().anyMatch(content::contains)) {
                        found.add(folder.relativize(file) + " holds the " + name);
                    }
                });
            }
        }
        return found;
    }
}
