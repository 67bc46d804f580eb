package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookCommandTest {
    private static final String MANIFEST = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    private static final TargetRun RUN =
            new TargetRun("shop", "db-0", "db", 120, "exited", 3, 7, 6, List.of("<done>"), List.of("wrong"));

    @TempDir
    private Path folder;

    private final Harness harness = new Harness();
    private GivenFiles given;

    @BeforeEach
    void files() {
        given = new GivenFiles(folder);
        harness.operations.answer =
                (events, cancel) -> Done.of(new HookOutcome(Results.of("hook", Outcome.SUCCEEDED), List.of(RUN)));
    }

    private int hook(String... more) {
        List<String> all = new ArrayList<>(List.of("hook", "-n", "shop", "--kubeconfig", given.kubeconfig()));
        all.addAll(List.of(more));
        return harness.run(all.toArray(String[]::new));
    }

    @Test
    void aCommandIsHandedOnAsItIs() {
        assertThat(hook("--selector", "app=db", "--container", "db", "--one", "--", "sh", "-c", "a 'b' --json", "-h"))
                .isZero();
        assertThat(harness.operations.asked).isEqualTo("hook in shop");
        assertThat(harness.operations.action)
                .isEqualTo(new ExecAction("app=db", "", "db", List.of("sh", "-c", "a 'b' --json", "-h"), Target.ONE));
        assertThat(harness.operations.hookOptions).isEqualTo(HookOptions.defaults());
    }

    @Test
    void anArgumentThatNamesAFileIsNotReplacedByItsContent() {
        String argument = "@" + given.write("arguments", "--one");

        hook("--pod", "db-0", "--", "cat", argument);

        assertThat(harness.operations.action)
                .isEqualTo(new ExecAction("", "db-0", "", List.of("cat", argument), Target.ALL));
    }

    @Test
    void optionsOfTheCommandAreNotThoseOfTheHook() {
        assertThat(hook("--pod", "", "--", "tool", "--json", "--debug")).isEqualTo(2);
        assertThat(harness.out()).isEmpty();
        assertThat(harness.err()).contains("found neither").doesNotContain("\tat ");
    }

    @Test
    void aPodMayBeNamedAndAllPodsAreMeantOtherwise() {
        hook("--pod", "db-0", "--timeout", "90s", "--", "sync");

        assertThat(harness.operations.action).isEqualTo(new ExecAction("", "db-0", "", List.of("sync"), Target.ALL));
        assertThat(harness.operations.hookOptions.timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aManifestIsReadFromAFile() {
        String file = given.write("policy.yaml", MANIFEST);

        assertThat(hook("--apply", file, "--force", "--other-namespaces", "--cluster-scoped"))
                .isZero();
        assertThat(harness.operations.action).isEqualTo(new ApplyAction(MANIFEST, file, true));
        assertThat(harness.operations.hookOptions)
                .isEqualTo(HookOptions.defaults().allowing(true, true));
    }

    @Test
    void aManifestMayComeByStandardInput() {
        harness.input(MANIFEST);

        hook("--apply", "-");

        assertThat(harness.operations.action).isEqualTo(new ApplyAction(MANIFEST, "standard input", false));
        assertThat(harness.operations.hookOptions).isEqualTo(HookOptions.defaults());
    }

    @Test
    void eachRunIsALineOfTheResult() {
        hook("--pod", "db-0", "--", "sync");

        assertThat(harness.out())
                .startsWith("pod db-0, container db: exit code 3 after 120 ms\nHook of shop: succeeded\n");
    }

    @Test
    void jsonHasTheRunsWithTheirOutput() {
        hook("--json", "--pod", "db-0", "--", "sync");

        assertThat(harness.json().path("runs")).hasSize(1);
        assertThat(ResultJson.readRun(harness.json().path("runs").get(0))).isEqualTo(RUN);
    }

    @Test
    void theReportHasTheRunsWithTheirOutputEscaped() {
        Path report = folder.resolve("report.html");

        hook("--report", report.toString(), "--pod", "db-0", "--", "sync");

        assertThat(report).content().contains("exit code 3", "stdout: &lt;done&gt;", "stderr: wrong");
    }

    @Test
    void afterAStopItIsSaidThatTheCommandMayGoOn() {
        harness.operations.answer =
                (events, cancel) -> Done.of(new HookOutcome(Results.of("hook", Outcome.ABORTED), List.of(RUN)));

        assertThat(hook("--pod", "db-0", "--", "sync")).isEqualTo(130);
        assertThat(harness.err()).contains("may go on in its container");
    }
}
