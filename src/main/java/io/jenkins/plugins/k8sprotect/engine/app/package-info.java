/**
 * What an application is: its definition, the selectors in it, how it is read and checked, and the decision whether an
 * object is part of it. Also how a manifest, Kubernetes objects that a hook applies, is read, since the same guards stand
 * before both.
 *
 * <p>May import {@code object}. Knows no cluster: everything here is a pure function of a definition's text and of
 * object headers.
 *
 * <p>Invariants: a definition that has any mistake yields no {@link
 * io.jenkins.plugins.k8sprotect.engine.app.Application}, and all its mistakes are told at once, with line and field.
 * Conditions inside a rule are AND, rules are OR, excludes win. Cost is bounded before a text is understood (size,
 * depth, what its aliases expand to), and no pattern backtracks more than pattern times text.
 */
package io.jenkins.plugins.k8sprotect.engine.app;
