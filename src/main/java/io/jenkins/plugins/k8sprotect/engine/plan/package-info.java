/**
 * Decides what a restore does: from a backup's objects, the target's state and the options to a list of steps. A dry run
 * is this and nothing else; a restore carries the same list out.
 *
 * <p>May import {@code app}, {@code archive} (index rows), {@code object}, {@code result} and {@code rules}. Pure: reads
 * no cluster, store or clock.
 */
package io.jenkins.plugins.k8sprotect.engine.plan;
