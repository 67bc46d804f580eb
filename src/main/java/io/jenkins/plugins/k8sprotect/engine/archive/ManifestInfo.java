package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the maker of a backup says of it in its manifest; public, so no secret may be in it.
 *
 * @param source where the objects were read
 * @param maker the software that read them
 * @param started when the backup began
 * @param finished when the last object was read
 * @param outcome how it ended
 * @param counts objects by kind and action
 * @param lists the lists that were read
 * @param previousManifestSha256 SHA-256 of the manifest of this application's backup before this one, as
 *     {@link BackupCatalog#previousManifestSha256} gives it; empty if there is none
 */
public record ManifestInfo(
        SourceCluster source,
        Maker maker,
        Instant started,
        Instant finished,
        Outcome outcome,
        List<KindCount> counts,
        List<ListedResource> lists,
        String previousManifestSha256) {
    public ManifestInfo {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(maker, "maker");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(finished, "finished");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(previousManifestSha256, "previousManifestSha256");
        counts = List.copyOf(counts);
        lists = List.copyOf(lists);
    }
}
