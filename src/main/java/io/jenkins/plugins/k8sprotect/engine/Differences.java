package io.jenkins.plugins.k8sprotect.engine;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupReader;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.FieldChange;
import io.jenkins.plugins.k8sprotect.engine.plan.FieldDiff;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.plan.RestorePlan;
import io.jenkins.plugins.k8sprotect.engine.rules.NormalForm;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up, for a plan that people read, what each replacement changes. */
final class Differences {
    /** A plan with more replacements says for the others only that they differ. */
    private static final int MOST = 1_000;

    private Differences() {}

    static RestorePlan add(
            RestorePlan plan, BackupReader backup, RuleContext.Facts facts, RuleBook rules, TargetReader target) {
        Map<ObjectKey, PlanStep> different = new HashMap<>();
        plan.steps().stream()
                .filter(s -> s.source() != null)
                .filter(s -> s.action() == Action.REPLACE || s.action() == Action.CONFLICT)
                .limit(MOST)
                .forEach(s -> different.put(s.source(), s));
        if (different.isEmpty()) {
            return plan;
        }
        Map<ObjectKey, List<FieldChange>> changes = new HashMap<>();
        backup.read(row -> different.containsKey(row.key()), (row, json) -> {
            PlanStep step = different.get(row.key());
            KubeObject wanted = KubeObject.parse(json);
            rules.apply(wanted, new RuleContext(facts));
            target.normalForm(step.type(), step.target())
                    .ifPresent(live -> changes.put(row.key(), FieldDiff.between(live, NormalForm.ofWanted(wanted))));
        });
        List<PlanStep> steps = plan.steps().stream()
                .map(s -> s.source() != null && changes.containsKey(s.source())
                        ? s.withChanges(changes.get(s.source()))
                        : s)
                .toList();
        return new RestorePlan(steps, plan.findings());
    }
}
