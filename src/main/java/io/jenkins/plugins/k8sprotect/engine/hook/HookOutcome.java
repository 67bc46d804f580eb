package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.io.Serializable;
import java.util.List;

/**
 * What a hook came to.
 *
 * @param result what came of it
 * @param runs its commands, in their order; empty for actions without
 */
public record HookOutcome(OperationResult result, List<TargetRun> runs) implements Serializable {
    public HookOutcome {
        runs = List.copyOf(runs);
    }
}
