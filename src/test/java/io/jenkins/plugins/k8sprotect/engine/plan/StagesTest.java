package io.jenkins.plugins.k8sprotect.engine.plan;

import static io.jenkins.plugins.k8sprotect.engine.object.Samples.owner;
import static io.jenkins.plugins.k8sprotect.engine.plan.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final ResourceType COMPOSITE = Samples.clusterType("pkg.example.com/v1", "Composite", "composites");

    @Test
    void withoutOwnersAnObjectGoesWithItsKind() {
        IndexRow map = row(Samples.CONFIG_MAP, "shop", "a");

        assertThat(new Stages(List.of(map)).of(map)).isEqualTo(300);
    }

    @Test
    void anObjectComesAfterItsOwnerEvenWhereItsKindIsEarlier() {
        IndexRow widget = row(Samples.WIDGET, "shop", "w");
        IndexRow secret = row(Samples.SECRET, "shop", "s", owner(Samples.WIDGET, "w"));

        Stages stages = new Stages(List.of(secret, widget));

        assertThat(stages.of(secret)).isEqualTo(stages.of(widget) + 1);
    }

    @Test
    void anOwnerOfAnEarlierKindChangesNothing() {
        IndexRow map = row(Samples.CONFIG_MAP, "shop", "m");
        IndexRow deployment = row(Samples.DEPLOYMENT, "shop", "d", owner(Samples.CONFIG_MAP, "m"));

        assertThat(new Stages(List.of(map, deployment)).of(deployment)).isEqualTo(700);
    }

    @Test
    void anOwnerThatIsNotInTheBackupChangesNothing() {
        IndexRow secret = row(Samples.SECRET, "shop", "s", owner(Samples.WIDGET, "w"));

        assertThat(new Stages(List.of(secret)).of(secret)).isEqualTo(300);
        assertThat(new Stages(List.of(secret)).ownerUids()).isEmpty();
    }

    @Test
    void aChainOfOwnersComesLinkByLinkInWhateverOrderItIsLookedAt() {
        List<IndexRow> chain = new ArrayList<>();
        chain.add(row(Samples.WIDGET, "shop", "w0"));
        for (int i = 1; i < 6; i++) {
            chain.add(row(Samples.WIDGET, "shop", "w" + i, owner(Samples.WIDGET, "w" + (i - 1))));
        }
        for (int seed = 0; seed < 5; seed++) {
            List<IndexRow> shuffled = new ArrayList<>(chain);
            Collections.shuffle(shuffled, new java.util.Random(seed));
            Stages stages = new Stages(shuffled);
            shuffled.forEach(stages::of);

            assertThat(chain.stream().map(stages::of)).containsExactly(900, 901, 902, 903, 904, 905);
        }
    }

    @Test
    void twoOwnersWithOneOwnerInCommonBothCountInFull() {
        IndexRow top = row(Samples.WIDGET, "shop", "top");
        IndexRow left = row(Samples.SECRET, "shop", "left", owner(Samples.WIDGET, "top"));
        IndexRow right = row(Samples.CONFIG_MAP, "shop", "right", owner(Samples.WIDGET, "top"));
        IndexRow bottom = row(
                Samples.CONFIG_MAP,
                "shop",
                "bottom",
                owner(Samples.SECRET, "left"),
                owner(Samples.CONFIG_MAP, "right"));

        Stages stages = new Stages(List.of(bottom, left, right, top));

        assertThat(List.of(stages.of(bottom), stages.of(left), stages.of(right), stages.of(top)))
                .containsExactly(902, 901, 901, 900);
    }

    @Test
    void aCircleOfOwnersIsCutWhereItCloses() {
        IndexRow a = row(Samples.CONFIG_MAP, "shop", "a", owner(Samples.CONFIG_MAP, "b"));
        IndexRow b = row(Samples.CONFIG_MAP, "shop", "b", owner(Samples.CONFIG_MAP, "a"));
        IndexRow self = row(Samples.CONFIG_MAP, "shop", "self", owner(Samples.CONFIG_MAP, "self"));

        Stages stages = new Stages(List.of(a, b, self));

        assertThat(List.of(stages.of(a), stages.of(b), stages.of(self))).allMatch(s -> s >= 300 && s < 400);
    }

    @Test
    void instancesWaitForADefinitionThatWaitsForItsOwner() {
        IndexRow composite = row(COMPOSITE, "", "c");
        IndexRow definition = row(Samples.DEFINITION, "", "widgets.example.com", owner(COMPOSITE, "c"));
        IndexRow widget = row(Samples.WIDGET, "shop", "w");

        Stages stages = new Stages(List.of(widget, definition, composite));

        assertThat(stages.of(composite)).isLessThan(stages.of(definition));
        assertThat(stages.of(definition)).isLessThan(stages.of(widget));
    }
}
