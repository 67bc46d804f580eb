/**
 * Where backups lie: whole files under keys, in a directory or in an S3 bucket.
 *
 * <p>May import {@code object} and {@code event}; nothing of what a backup is made of. The AWS SDK is imported here and
 * nowhere else. Invariants: a key is checked in one place ({@link io.jenkins.plugins.k8sprotect.engine.store.StoreKeys})
 * before it reaches a file system or a server; a file is stored whole or not at all; no message holds a credential.
 */
package io.jenkins.plugins.k8sprotect.engine.store;
