package io.jenkins.plugins.k8sprotect.engine.plan;

import static io.jenkins.plugins.k8sprotect.engine.plan.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.KindPattern;
import io.jenkins.plugins.k8sprotect.engine.app.LabelSelector;
import io.jenkins.plugins.k8sprotect.engine.app.NamePattern;
import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final IndexRow MAP = row(Samples.CONFIG_MAP, "shop", "a");
    private static final IndexRow SHOP = row(Samples.NAMESPACE, "", "shop");

    private final Planning planning = new Planning();

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "absent, FAIL, CREATE", "absent, SKIP, CREATE", "absent, REPLACE, CREATE",
        "equal, FAIL, UNCHANGED", "equal, SKIP, UNCHANGED", "equal, REPLACE, UNCHANGED",
        "different, FAIL, CONFLICT", "different, SKIP, SKIP", "different, REPLACE, REPLACE",
        "deleting, FAIL, CREATE", "deleting, SKIP, CREATE", "deleting, REPLACE, CREATE",
        "unreadable, FAIL, SKIP", "unreadable, SKIP, SKIP", "unreadable, REPLACE, SKIP",
    })
    void whatIsDoneFollowsFromWhatIsThereAndThePolicy(String present, ConflictPolicy policy, Action action) {
        planning.backup(MAP, "'data': {'k': 'v'}").present(SHOP, "");
        switch (present) {
            case "equal" -> planning.present(MAP, "'data': {'k': 'v'}");
            case "different" -> planning.present(MAP, "'data': {'k': 'w'}");
            case "deleting" -> planning.present(MAP.key(), new LiveObject("u", "any", true));
            case "unreadable" -> planning.present(MAP.key(), new LiveObject("", "", false));
            default -> assertThat(present).isEqualTo("absent");
        }

        RestorePlan plan =
                planning.with(RestoreOptions.defaults().onConflict(policy)).plan();

        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(action);
            assertThat(step.target()).isEqualTo(MAP.key());
            assertThat(step.sourceUid()).isEqualTo(MAP.uid());
        });
        assertThat(plan.isExecutable()).isEqualTo(action != Action.CONFLICT);
    }

    @Test
    void aConflictSaysWhatCanBeDoneAboutIt() {
        planning.backup(MAP, "'data': {}").present(SHOP, "").present(MAP, "'data': {'k': 'w'}");

        RestorePlan plan = planning.with(RestoreOptions.defaults().onConflict(ConflictPolicy.FAIL))
                .plan();

        assertThat(plan.findings()).singleElement().satisfies(f -> {
            assertThat(f.object()).isEqualTo(MAP.key());
            assertThat(f.message()).contains("replace", "skip", "exclude");
        });
    }

    @Test
    void whatIsExcludedIsSkippedWithTheRuleThatSaysSo() {
        Rule rule = new Rule(
                "exclude ConfigMap/shop/*",
                List.of(KindPattern.parse("ConfigMap")),
                List.of(new NamePattern("*")),
                LabelSelector.EVERYTHING,
                List.of(NamePattern.ofNamespace("shop")));

        RestorePlan plan = planning.backup(MAP, "")
                .backup(row(Samples.CONFIG_MAP, "other", "a"), "")
                .backup(row(Samples.NAMESPACE, "", "other"), "")
                .with(RestoreOptions.defaults().excluding(List.of(rule)))
                .plan();

        assertThat(plan.steps().stream().filter(s -> s.action() == Action.SKIP))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.target()).isEqualTo(MAP.key());
                    assertThat(step.reason()).isEqualTo("excluded by exclude ConfigMap/shop/*");
                });
        assertThat(plan.steps()).noneMatch(s -> s.target().equals(SHOP.key()));
    }

    @Test
    void aKindThatTheTargetDoesNotServeIsAConflictBeforeAnythingIsWritten() {
        planning.unserved("Widget")
                .present(SHOP, "")
                .backup(row(Samples.WIDGET, "shop", "a"), "")
                .backup(row(Samples.WIDGET, "shop", "b"), "");

        RestorePlan plan = planning.plan();

        assertThat(plan.steps()).hasSize(2).allMatch(s -> s.action() == Action.CONFLICT);
        assertThat(plan.findings()).singleElement().satisfies(f -> assertThat(f.code())
                .isEqualTo("kind-not-served"));
        assertThat(plan.isExecutable()).isFalse();
    }

    @Test
    void aKindWhoseDefinitionIsInTheBackupIsServedByThen() {
        planning.unserved("Widget")
                .present(SHOP, "")
                .backup(row(Samples.WIDGET, "shop", "a"), "")
                .backup(row(Samples.DEFINITION, "", "widgets.example.com"), "");

        RestorePlan plan = planning.plan();

        assertThat(plan.steps()).extracting(s -> s.type().kind()).containsExactly("CustomResourceDefinition", "Widget");
        assertThat(plan.steps()).allMatch(s -> s.action() == Action.CREATE);
    }

    @Test
    void anObjectThatTheTargetServesInAnotherVersionIsWrittenAndComparedInThat() {
        ResourceType v2 = Samples.type("example.com/v2", "Widget", "widgets");
        IndexRow row = row(Samples.WIDGET, "shop", "a");
        planning.servedAs(Samples.WIDGET, v2).present(SHOP, "").backup(row, "'spec': {}");
        planning.present(row(v2, "shop", "a"), "'spec': {}");

        assertThat(planning.plan().steps()).singleElement().satisfies(step -> {
            assertThat(step.type()).isEqualTo(v2);
            assertThat(step.action()).isEqualTo(Action.UNCHANGED);
        });
    }

    @Test
    void aNamespaceThatIsNeededButNotInTheBackupIsMade() {
        RestorePlan plan = planning.backup(MAP, "").plan();

        assertThat(plan.steps()).extracting(PlanStep::target).containsExactly(SHOP.key(), MAP.key());
        assertThat(plan.steps().get(0).source()).isNull();
        assertThat(plan.steps().get(0).action()).isEqualTo(Action.CREATE);
    }

    @Test
    void aNamespaceThatIsThereIsNotMade() {
        assertThat(planning.backup(MAP, "").present(SHOP, "").plan().steps()).hasSize(1);
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsMadeAgain() {
        RestorePlan plan = planning.backup(MAP, "")
                .present(SHOP.key(), new LiveObject("u", "any", true))
                .plan();

        assertThat(plan.steps().get(0).target()).isEqualTo(SHOP.key());
        assertThat(plan.steps().get(0).reason()).contains("being deleted");
    }

    @Test
    void mappedNamespacesAreWhereObjectsGo() {
        planning.backup(SHOP, "").backup(MAP, "").with(RestoreOptions.defaults().mapping(Map.of("shop", "clone")));

        RestorePlan plan = planning.plan();

        assertThat(plan.steps())
                .extracting(PlanStep::target)
                .containsExactly(SHOP.key().named("clone"), MAP.key().inNamespace("clone"));
        assertThat(plan.steps()).extracting(PlanStep::source).containsExactly(SHOP.key(), MAP.key());
    }

    @Test
    void twoObjectsThatWouldBecomeOneAreAConflict() {
        RestorePlan plan = planning.backup(MAP, "")
                .backup(row(Samples.CONFIG_MAP, "clone", "a"), "")
                .with(RestoreOptions.defaults().mapping(Map.of("shop", "clone")))
                .plan();

        assertThat(plan.steps().stream().filter(s -> s.action() == Action.CONFLICT))
                .hasSize(2);
        assertThat(plan.findings()).extracting(Finding::code).containsExactly("collision");
    }

    @Test
    void anUnchangedDefaultAccountIsLeftToTheNamespace() {
        RestorePlan plan = planning.backup(row(Samples.SERVICE_ACCOUNT, "shop", "default"), "")
                .present(SHOP, "")
                .plan();

        assertThat(plan.steps()).singleElement().satisfies(s -> assertThat(s.action())
                .isEqualTo(Action.SKIP));
    }

    @Test
    void whatIsSkippedSaysNothingMoreAboutItself() {
        ResourceType pod = Samples.type("v1", "Pod", "pods");

        RestorePlan plan = planning.backup(
                        row(pod, "shop", "j", Samples.owner(Samples.WIDGET, "gone")),
                        "'spec': {}, 'status': {'phase': 'Succeeded'}")
                .plan();

        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void aBackupOfNothingRestoresNothingAndSaysSo() {
        assertThat(planning.plan().findings()).extracting(Finding::code).containsExactly("nothing-to-restore");
    }

    @Test
    void twoNamespacesCannotBeMappedToOne() {
        assertThatThrownBy(() -> RestoreOptions.defaults().mapping(Map.of("a", "c", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("collide");
    }

    @Test
    void theBodyOfASecretNeverShowsInThePlan() {
        RestorePlan plan = planning.backup(row(Samples.SECRET, "shop", "db"), "'data': {'password': 'aHVudGVyMg=='}")
                .plan();

        assertThat(plan.toString()).doesNotContain("aHVudGVyMg==");
    }

    @Test
    void countsAreByKindAndAction() {
        RestorePlan plan = planning.backup(MAP, "")
                .backup(row(Samples.CONFIG_MAP, "shop", "b"), "")
                .plan();

        assertThat(plan.counts())
                .extracting(c -> c.kind() + " " + c.action() + " " + c.count())
                .containsExactly("ConfigMap create 2", "Namespace create 1");
    }
}
