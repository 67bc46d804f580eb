/**
 * Actions around an application: a command in its pods, a manifest that is applied. An action is a value that travels and
 * is persisted, and one class; what carries it out stands beside it.
 *
 * <p>May import {@code app}, {@code cluster}, {@code event}, {@code object} and {@code result}.
 *
 * <p>Invariants: everything is checked before the first effect. What was begun is always told, also if its end is not
 * known. What may hold a secret (content of manifests, arguments and output of commands) is in no finding and in no text
 * form of an action; the caller's secrets are masked in everything that leaves this room.
 */
package io.jenkins.plugins.k8sprotect.engine.hook;
