package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import java.io.Serializable;

/**
 * How many objects of a kind an action was done to.
 *
 * @param kind the kind
 * @param action what was done: for a backup {@code captured} or {@code left-out}, for a restore the plan's actions
 * @param count how many
 */
public record KindCount(GroupKind kind, String action, long count) implements Serializable {}
