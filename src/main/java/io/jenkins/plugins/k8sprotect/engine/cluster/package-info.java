/**
 * The one place that knows the Kubernetes client: how a cluster is reached, what it serves, how objects are listed,
 * read and written there, and how a command is run in a container.
 *
 * <p>A kubeconfig is read here, from YAML events, into fabric8's configuration; where it is not the machine's own, it reads
 * no file and runs only commands that are allowed. Requests go over plain HTTP/1.1 connections that are kept, with raw JSON,
 * because objects are never looked at as typed models. May import {@code object} and {@code event}. Reads are
 * repeated after failures that pass; a write is sent again only where the server said that it was not carried out. No
 * method falls back to another identity, and no message holds a credential or an object's content.
 */
package io.jenkins.plugins.k8sprotect.engine.cluster;
