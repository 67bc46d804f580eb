/**
 * The backup format: how captured objects become files in a store and come back, and which backups there are.
 * {@code docs/backup-format.md} specifies it.
 *
 * <p>May import {@code object}, {@code event}, {@code result} and {@code store}. Invariants: a file of a backup is
 * written once and never changed; what no manifest names does not exist; nothing read from a store is trusted before its
 * size and hash were compared with what names it, and every size has a limit.
 */
package io.jenkins.plugins.k8sprotect.engine.archive;
