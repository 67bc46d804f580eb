package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationCommandsTest {
    @TempDir
    private Path folder;

    private final Harness harness = new Harness();
    private GivenFiles given;

    @BeforeEach
    void files() {
        given = new GivenFiles(folder);
    }

    private int backup(String... more) {
        return run(List.of("backup", "--app", given.definition(), "--to", given.store()), more);
    }

    private int restore(String... more) {
        return run(List.of("restore", "--from", given.store()), more);
    }

    private int run(List<String> arguments, String... more) {
        List<String> all = new java.util.ArrayList<>(arguments);
        all.addAll(List.of("--kubeconfig", given.kubeconfig()));
        all.addAll(List.of(more));
        return harness.run(all.toArray(String[]::new));
    }

    @Test
    void aBackupIsAskedForAndItsResultPrinted() {
        assertThat(backup("--context", "there")).isZero();
        assertThat(harness.operations.asked).startsWith("backup shop to file:///");
        assertThat(harness.operations.cluster.server()).isEqualTo("https://127.0.0.2:2");
        assertThat(harness.out()).startsWith("Backup of shop: succeeded\n");
        assertThat(harness.err()).isEmpty();
    }

    @Test
    void aDefinitionMayComeByStandardInput() {
        harness.input(GivenFiles.definitionText());
        assertThat(harness.run("backup", "--app", "-", "--to", given.store(), "--kubeconfig", given.kubeconfig()))
                .isZero();
        assertThat(harness.operations.asked).startsWith("backup shop");
    }

    @Test
    void jsonIsExactlyOneDocumentAndTheResult() {
        harness.operations.answer = (events, cancel) -> {
            events.info("reading");
            events.progress("capture", 3, 3, "objects");
            return Done.of(Results.withWarnings());
        };
        assertThat(backup("--json")).isZero();
        assertThat(ResultJson.read(harness.json())).isEqualTo(Results.withWarnings());
        assertThat(harness.err()).contains("reading", "capture: 3 objects");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED, failure, 0",
        "SUCCEEDED, warning, 0",
        "WARNING, failure, 0",
        "WARNING, warning, 3",
        "FAILED, failure, 1",
        "FAILED, warning, 1",
        "ABORTED, failure, 130"
    })
    void theExitCodeFollowsTheOutcomeAndWhatTheCallerCaresAbout(Outcome outcome, String failOn, int code) {
        harness.operations.answer = (events, cancel) -> Done.of(Results.of("backup", outcome));
        assertThat(backup("--fail-on", failOn)).isEqualTo(code);
    }

    @Test
    void optionsOfARestoreReachTheEngine() {
        int code = restore(
                "--app",
                "shop",
                "--map-namespace",
                "shop=copy",
                "--exclude",
                "Secret/db",
                "--exclude",
                "Event",
                "--conflict",
                "fail",
                "--parallel",
                "8",
                "--timeout",
                "90s");
        assertThat(code).isZero();
        assertThat(harness.operations.asked).isEqualTo("restore shop latest");
        assertThat(harness.operations.options.namespaceMap()).containsEntry("shop", "copy");
        assertThat(harness.operations.options.excludes()).hasSize(2);
        assertThat(harness.operations.options.conflict()).isEqualTo(ConflictPolicy.FAIL);
        assertThat(harness.operations.options.parallelism()).isEqualTo(8);
        assertThat(harness.operations.options.timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void anIdAloneFindsItsApplication() {
        given.backup("shop", "20260131T120000Z-0000aa", Outcome.SUCCEEDED);
        given.backup("blog", "20260131T120000Z-0000bb", Outcome.SUCCEEDED);
        assertThat(restore("--backup", "20260131T120000Z-0000bb")).isZero();
        assertThat(harness.operations.asked).isEqualTo("restore blog 20260131T120000Z-0000bb");
    }

    @Test
    void anIdThatTwoApplicationsHaveNeedsTheName() {
        given.backup("shop", "20260131T120000Z-0000aa", Outcome.SUCCEEDED);
        given.backup("blog", "20260131T120000Z-0000aa", Outcome.SUCCEEDED);
        assertThat(restore("--backup", "20260131T120000Z-0000aa")).isEqualTo(2);
        assertThat(harness.err()).contains("blog and shop both have", "--app");
        assertThat(restore("--backup", "20260131T120000Z-0000aa", "--app", "shop"))
                .isZero();
    }

    @Test
    void aPlanIsPrintedAsLinesAndCarriedOutByNobody() {
        harness.operations.answer = (events, cancel) -> new Done(
                Results.of("plan", Outcome.SUCCEEDED),
                List.of(
                        Results.row("create", "new"),
                        Results.row("unchanged", "same"),
                        new io.jenkins.plugins.k8sprotect.engine.result.ReportRow(
                                Results.SERVICE, "replace", "", List.of("/spec/type changed"))));
        assertThat(restore("--app", "shop", "--plan")).isZero();
        assertThat(harness.operations.asked).isEqualTo("plan shop latest");
        assertThat(harness.out()).startsWith("""
                        create    ConfigMap shop/new (absent)
                        replace   Service shop/storefront
                                  - /spec/type changed
                        Restore plan of shop: succeeded
                        """);
    }

    @Test
    void aPlanAsJsonListsEveryObject() {
        harness.operations.answer = (events, cancel) -> new Done(
                Results.of("plan", Outcome.SUCCEEDED),
                List.of(Results.row("create", "new"), Results.row("unchanged", "same")));
        assertThat(restore("--app", "shop", "--plan", "--json")).isZero();
        assertThat(harness.json().path("objects")).hasSize(2);
        assertThat(ResultJson.readRow(harness.json().path("objects").get(1)))
                .isEqualTo(Results.row("unchanged", "same"));
    }

    @Test
    void theReportIsWrittenWhateverTheOutcome() {
        Path report = folder.resolve("report.html");
        harness.operations.answer = (events, cancel) -> Done.of(Results.of("backup", Outcome.FAILED));
        assertThat(backup("--report", report.toString())).isEqualTo(1);
        assertThat(report).content().startsWith("<!DOCTYPE html>").contains("Failed");
    }

    @Test
    void ctrlCStopsTheWorkAndTheStateIsTold() {
        harness.operations.answer = (events, cancel) -> {
            harness.interruption.run();
            assertThat(cancel.isCancelled()).isTrue();
            return Done.of(Results.of("restore", Outcome.ABORTED));
        };
        assertThat(restore("--app", "shop")).isEqualTo(130);
        assertThat(harness.out()).contains("Restore of shop: stopped on request");
        assertThat(harness.err()).contains("next safe point", "Run the same restore again to complete it");
    }

    @Test
    void ctrlCBeforeThereIsAResultIsToldToo() {
        harness.operations.answer = (events, cancel) -> {
            harness.interruption.run();
            cancel.checkpoint();
            throw new AssertionError("not stopped");
        };
        assertThat(backup("--json")).isEqualTo(130);
        assertThat(harness.json().path("error").path("exitCode").intValue()).isEqualTo(130);
        assertThat(harness.err()).contains("No backup was made").doesNotContain("\tat ");
    }

    @Test
    void anErrorIsAMessageAndWithDebugAStackTraceToo() {
        harness.operations.answer = (events, cancel) -> {
            throw new BackupException(BackupException.Code.NOT_FOUND, "there is no backup; make one");
        };
        assertThat(restore("--app", "shop")).isEqualTo(1);
        assertThat(harness.err()).isEqualTo("k8s-protect: there is no backup; make one\n");
        assertThat(restore("--app", "shop", "--debug")).isEqualTo(1);
        assertThat(harness.err()).contains("\tat ");
    }

    @Test
    void anUnexpectedErrorSaysHowToReportIt() {
        harness.operations.answer = (events, cancel) -> {
            throw new IllegalStateException("seven");
        };
        assertThat(backup()).isEqualTo(1);
        assertThat(harness.err())
                .contains("IllegalStateException: seven", "--debug")
                .doesNotContain("\tat ");
    }

    @Test
    void debuggingMessagesShowOnRequest() {
        harness.operations.answer = (events, cancel) -> {
            events.emit(new Event.Message(Event.Level.DEBUG, "page 2"));
            return Done.of(Results.of("backup", Outcome.SUCCEEDED));
        };
        backup();
        assertThat(harness.err()).isEmpty();
        backup("--debug");
        assertThat(harness.err()).isEqualTo("debug: page 2\n");
    }

    @Test
    void aReportThatCannotBeWrittenIsAFailureAfterTheResultIsPrinted() throws Exception {
        Path report = folder.resolve("report.html");
        harness.operations.answer = (events, cancel) -> {
            try {
                Files.createDirectory(report);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return Done.of(Results.of("backup", Outcome.SUCCEEDED));
        };
        assertThat(backup("--report", report.toString())).isEqualTo(1);
        assertThat(harness.out()).startsWith("Backup of shop: succeeded");
        assertThat(harness.err()).contains("report.html");
    }
}
