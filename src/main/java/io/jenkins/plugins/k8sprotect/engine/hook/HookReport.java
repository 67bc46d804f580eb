package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.util.List;

/**
 * What an action did.
 *
 * @param runs its commands, in their order; empty for actions without
 * @param counts objects by kind and what was done to them
 * @param findings what a reader should know
 * @param stopped whether it ended before its end because a stop was asked for
 */
public record HookReport(List<TargetRun> runs, List<KindCount> counts, List<Finding> findings, boolean stopped) {
    /** Nothing was done. */
    static HookReport nothing(List<Finding> findings) {
        return new HookReport(List.of(), List.of(), findings, false);
    }
}
