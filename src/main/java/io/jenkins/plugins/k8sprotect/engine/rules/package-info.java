/**
 * The restore checklist: what must change about an object, or keep it out, before it lands in a cluster; one small rule
 * for each case family.
 *
 * <p>May import {@code object} and {@code result}. Rules are pure and idempotent: applied twice they change nothing more.
 * The same rules give a live object its normal form, so that two objects are equal exactly if a restore has nothing to
 * do.
 */
package io.jenkins.plugins.k8sprotect.engine.rules;
