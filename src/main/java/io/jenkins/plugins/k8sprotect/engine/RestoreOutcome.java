package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.plan.RestorePlan;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import java.io.Serializable;

/**
 * What a restore, or its dry run, came to.
 *
 * @param result what came of it
 * @param plan what was decided; for a dry run all there is
 */
public record RestoreOutcome(OperationResult result, RestorePlan plan) implements Serializable {}
