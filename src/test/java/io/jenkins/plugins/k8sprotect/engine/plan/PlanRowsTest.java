package io.jenkins.plugins.k8sprotect.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRowsTest {
    private static final ResourceType SECRETS = new ResourceType(GroupKind.core("Secret"), "v1", "secrets", true);
    private static final ObjectKey HERE = SECRETS.key("shop", "db");
    private static final ObjectKey THERE = SECRETS.key("copy", "db");

    private static ReportRow row(ObjectKey source, ObjectKey target, String reason, List<FieldChange> changes) {
        PlanStep step = new PlanStep(source, "uid", target, SECRETS, Action.REPLACE, reason, 0, changes);
        return new PlanRows(List.of(step)).get(0);
    }

    @Test
    void aStepIsARowOfItsTarget() {
        List<FieldChange> changes = List.of(new FieldChange("/data/password", "", "", "changed"));
        assertThat(row(HERE, HERE, "differs", changes))
                .isEqualTo(new ReportRow(HERE, "replace", "differs", List.of("/data/password changed")));
    }

    @Test
    void whereItWasMovedFromIsSaid() {
        assertThat(row(HERE, THERE, "", List.of()).reason()).isEqualTo("from Secret shop/db");
        assertThat(row(HERE, THERE, "differs", List.of()).reason()).isEqualTo("from Secret shop/db; differs");
    }

    @Test
    void whatTheRestoreMakesOfItselfHasNoSource() {
        assertThat(row(null, THERE, "needed", List.of()).reason()).isEqualTo("needed");
    }
}
