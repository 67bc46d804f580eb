package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.List;

/**
 * What a capture came to. The objects themselves went to the sink.
 *
 * @param counts objects by kind and action
 * @param findings what a reader of the backup should know; a failure among them means that the capture is not whole
 * @param lists each list that was read, with its moment
 */
public record Captured(List<KindCount> counts, List<Finding> findings, List<Listed> lists) {
    /**
     * One list.
     *
     * @param type what was listed
     * @param namespace where, empty for a cluster-scoped type
     * @param resourceVersion the moment of its first page
     * @param count objects in it, selected or not
     */
    public record Listed(ResourceType type, String namespace, String resourceVersion, long count) {}

    /** Whether everything that was selected was read. */
    public boolean isWhole() {
        return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.FAILURE);
    }
}
