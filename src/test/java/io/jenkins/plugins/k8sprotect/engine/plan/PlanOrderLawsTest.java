package io.jenkins.plugins.k8sprotect.engine.plan;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.owner;
import static io.jenkins.plugins.k8sprotect.engine.plan.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlanOrderLawsTest {
    private static final List<IndexRow> ROWS = List.of(
            row(Samples.NAMESPACE, "", "shop"),
            row(Samples.DEFINITION, "", "widgets.example.com"),
            row(Samples.WIDGET, "shop", "w"),
            row(Samples.SECRET, "shop", "s", owner(Samples.WIDGET, "w")),
            row(Samples.CONFIG_MAP, "shop", "c", owner(Samples.SECRET, "s"), owner(Samples.WIDGET, "w")),
            row(Samples.CONFIG_MAP, "shop", "lost", owner(Samples.WIDGET, "gone")),
            row(Samples.DEPLOYMENT, "shop", "d"),
            row(Samples.SERVICE_ACCOUNT, "shop", "default"),
            row(Samples.CONFIG_MAP, "other", "c"),
            row(Samples.CONFIG_MAP, "clone", "c"),
            row(Samples.CLUSTER_ROLE, "", "r"));

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aPlanDoesNotDependOnTheOrderInWhichObjectsAreRead(@ForAll Random random, @ForAll boolean mapped) {
        Planning planning = new Planning()
                .unserved("Widget")
                .with(RestoreOptions.defaults().mapping(mapped ? Map.of("other", "clone") : Map.of()));
        ROWS.forEach(row -> planning.backup(row, ""));
        planning.present(ROWS.get(6), "'spec': {}").present(ROWS.get(10), "");
        List<IndexRow> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, random);

        RestorePlan plan = planning.plan(shuffled);

        RestorePlan inOrder = planning.plan(ROWS);
        assertThat(Set.copyOf(plan.steps())).isEqualTo(Set.copyOf(inOrder.steps()));
        assertThat(plan.findings()).isEqualTo(inOrder.findings());
        assertThat(plan.steps()).isSortedAccordingTo(java.util.Comparator.naturalOrder());
    }
}
