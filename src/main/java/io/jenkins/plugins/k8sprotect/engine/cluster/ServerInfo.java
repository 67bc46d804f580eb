package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.Serializable;

/**
 * Which cluster this is, and who asks.
 *
 * @param server URL of the API server
 * @param version its {@code gitVersion}
 * @param clusterUid uid of the namespace {@code kube-system}, by which clusters are told apart; empty if the caller may
 *     not read it
 * @param identity the caller's user name as the server knows it; empty if the server does not tell
 */
public record ServerInfo(String server, String version, String clusterUid, String identity) implements Serializable {}
