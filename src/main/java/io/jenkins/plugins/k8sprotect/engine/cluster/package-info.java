/**
 * The one place that knows the Kubernetes client: how a cluster is reached, what it serves, how objects are listed,
 * read and written there, and how a command is run in a container.
 *
 * <p>Credentials come from fabric8's configuration; requests go over plain HTTP/1.1 connections that are kept, with raw JSON,
 * because objects are never looked at as typed models. May import {@code object} and {@code event}. Reads are
 * repeated after failures that pass; a write is sent again only where the server said that it was not carried out. No
 * method falls back to another identity, and no message holds a credential or an object's content.
 */
package io.jenkins.plugins.k8sprotect.engine.cluster;
