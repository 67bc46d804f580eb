/**
 * Whether a restore brought everything back: two snapshots of clusters, compared object by object. Reads clusters with raw
 * requests and shares no code with the engine, so that both cannot be wrong in the same way.
 */
package io.jenkins.plugins.k8sprotect.engine.fidelity;
