package io.jenkins.plugins.k8sprotect.engine.cluster;

/**
 * What a finished list says of itself.
 *
 * @param resourceVersion of the first page; pages after an expired one are newer
 * @param count how many objects were given
 * @param moments how many points in time the pages come from: 1, or more if the server forgot the first in between
 */
public record ListSummary(String resourceVersion, long count, int moments) {}
