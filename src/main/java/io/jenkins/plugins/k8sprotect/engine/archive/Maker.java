package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.Serializable;
import java.util.Objects;

/**
 * The software that wrote a backup.
 *
 * @param name its name
 * @param version its version
 */
public record Maker(String name, String version) implements Serializable {
    public Maker {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }
}
