/**
 * What a Kubernetes object is, to the rest of the engine: its kind, its identity, its raw JSON and the few parts of
 * its metadata that decisions read.
 *
 * <p>A leaf: imports nothing of this project. Objects stay JSON trees; there are no typed models here, so that a field
 * this software has never heard of comes back as it was.
 */
package io.jenkins.plugins.k8sprotect.engine.object;
