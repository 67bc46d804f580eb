package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.List;

/**
 * What carrying a plan out came to.
 *
 * @param counts objects by kind and what became of them
 * @param findings what a reader should know
 * @param stopped whether it was stopped before its end
 */
public record Applied(List<KindCount> counts, List<Finding> findings, boolean stopped) {}
