package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What belongs to a backup and may be secret. Room is kept in the format for what hooks did and what external actions
 * returned.
 *
 * @param definition the application's definition as used, as text
 * @param findings what the backup found
 */
public record Details(String definition, List<Finding> findings) {
    public Details {
        Objects.requireNonNull(definition, "definition");
        findings = List.copyOf(findings);
    }
}
