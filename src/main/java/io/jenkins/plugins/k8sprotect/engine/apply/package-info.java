/**
 * Carries a restore plan out: stage after stage, many objects at a time, each with one write where that is possible.
 *
 * <p>May import {@code archive}, {@code cluster}, {@code event}, {@code object}, {@code plan}, {@code result} and {@code
 * rules}. Decides nothing that the plan has decided; what the server says in between (the object is there after all, a
 * webhook is not ready, too many requests) is handled here.
 */
package io.jenkins.plugins.k8sprotect.engine.apply;
