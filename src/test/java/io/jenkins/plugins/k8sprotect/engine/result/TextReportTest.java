package io.jenkins.plugins.k8sprotect.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void aResultIsAFewAlignedLinesGravestFirst() {
        assertThat(TextReport.render(Results.withWarnings())).isEqualTo("""
                        Restore of shop: done, with warnings
                          backup    20260131t120000z-7f3a
                          cluster   https://10.0.0.1:6443
                          identity  system:serviceaccount:ci:backup
                          started   2026-01-31 12:00:00 UTC, took 12.3 s
                          objects   create 1,206, unchanged 3
                          phases    open 40 ms, plan 1.3 s, apply 11.1 s
                          to look at: 2
                            data-not-protected: PersistentVolumeClaim shop/orders-data: data NOT protected: restore it from elsewhere
                            secrets-not-encrypted: Secrets lie unencrypted in this backup
                          expected  1 benign finding, in the reports
                        """);
    }

    @Test
    void manyFindingsAreCutAndTheRestIsCounted() {
        Finding[] findings = IntStream.range(0, 50)
                .mapToObj(i -> Finding.failure("conflict", null, "number " + i))
                .toArray(Finding[]::new);
        assertThat(TextReport.render(Results.of("restore", Outcome.FAILED, findings)))
                .contains("  failures: 50\n", "and 30 more, in the JSON and HTML reports\n")
                .hasLineCount(29);
    }

    @Test
    void aMessageCannotDriveTheTerminal() {
        Finding planted = Finding.attention("note", null, "\u001b[2Jall is well\r\nRestore of shop: succeeded");
        assertThat(TextReport.render(Results.of("restore", Outcome.WARNING, planted)))
                .contains("    note: \ufffd[2Jall is well  Restore of shop: succeeded\n");
    }
}
