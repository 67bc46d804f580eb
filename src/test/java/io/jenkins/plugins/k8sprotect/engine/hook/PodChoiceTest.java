package io.jenkins.plugins.k8sprotect.engine.hook;

import static io.jenkins.plugins.k8sprotect.engine.hook.Pods.notReady;
import static io.jenkins.plugins.k8sprotect.engine.hook.Pods.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.hook.PodChoice.Chosen;
import io.jenkins.plugins.k8sprotect.engine.hook.PodChoice.Place;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodChoiceTest {
    private static Chosen choose(String pod, String container, Target target, int seen, PodView... matched) {
        ExecAction action = new ExecAction(pod.isEmpty() ? "app=db" : "", pod, container, List.of("sync"), target);
        return new PodChoice(action, "shop").among(new PodFinder.Found(List.of(matched), seen));
    }

    private static void assertRefused(Chosen chosen, String code, String... said) {
        assertThat(chosen.places()).isEmpty();
        assertThat(chosen.findings()).extracting(Finding::code).containsOnly(code);
        assertThat(chosen.findings().get(0).severity()).isEqualTo(Finding.Severity.FAILURE);
        assertThat(chosen.findings().get(0).message()).contains(said);
    }

    @Test
    void allThatAreReadyAreChosenInTheirOrder() {
        Chosen chosen = choose("", "", Target.ALL, 9, ready("a"), ready("b"));

        assertThat(chosen.places()).containsExactly(new Place("a", "main"), new Place("b", "main"));
        assertThat(chosen.findings()).isEmpty();
    }

    @Test
    void oneIsTheFirstThatIsReady() {
        Chosen chosen = choose("", "side", Target.ONE, 9, notReady("a", "not ready", false), ready("b"), ready("c"));

        assertThat(chosen.places()).containsExactly(new Place("b", "side"));
        assertThat(chosen.findings()).isEmpty();
    }

    @Test
    void whoAsksForAllIsToldOfThoseThatAreNotReadyButNotOfThoseOnTheirWayOut() {
        Chosen chosen = choose(
                "",
                "",
                Target.ALL,
                9,
                ready("a"),
                notReady("b", "phase Pending", false),
                notReady("c", "being deleted", true));

        assertThat(chosen.places()).hasSize(1);
        assertThat(chosen.findings()).hasSize(1);
        assertThat(chosen.findings().get(0).code()).isEqualTo("pod-not-ready");
        assertThat(chosen.findings().get(0).severity()).isEqualTo(Finding.Severity.ATTENTION);
        assertThat(chosen.findings().get(0).message()).contains("pod b: phase Pending");
    }

    @Test
    void noMatchNamesSelectorNamespaceAndHowManyPodsWereSeen() {
        assertRefused(
                choose("", "", Target.ALL, 12),
                "no-pod",
                "selector app=db in namespace shop: matches none of the 12 pods that are there");
    }

    @Test
    void noReadyMatchNamesThePodsAndTheirStates() {
        PodView[] pods = IntStream.range(0, 12)
                .mapToObj(i -> notReady("p" + i, "not ready", false))
                .toArray(PodView[]::new);

        assertRefused(
                choose("", "", Target.ALL, 20, pods),
                "no-pod",
                "matches 12 of 20 pods",
                "p0 (not ready), p1 (not ready)",
                "p9 (not ready), and 2 more");
    }

    @Test
    void aPodThatIsNamedMustBeThereAndReady() {
        assertRefused(choose("db-0", "", Target.ALL, 0), "no-pod", "pod db-0", "none of that name in namespace shop");
        assertRefused(
                choose("db-0", "", Target.ALL, 1, notReady("db-0", "phase Pending", false)),
                "no-pod",
                "pod db-0 in namespace shop is not running and ready: phase Pending");
    }

    @Test
    void nothingIsRunAnywhereIfOnePodLacksTheContainer() {
        PodView other = new PodView("b", List.of("other"), "other", "", false);

        assertRefused(
                choose("", "main", Target.ALL, 2, ready("a"), other),
                "container-not-found",
                "pod b in namespace shop has no container main; there are: other. Nothing was run");
    }
}
