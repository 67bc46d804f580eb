package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "error,   '',      SUCCEEDED, PASS",
        "error,   '',      WARNING,   PASS",
        "error,   '',      FAILED,    FAIL",
        "error,   '',      ABORTED,   FAIL",
        "error,   warning, SUCCEEDED, PASS",
        "error,   warning, WARNING,   UNSTABLE",
        "error,   warning, FAILED,    FAIL",
        "error,   warning, ABORTED,   FAIL",
        "error,   error,   SUCCEEDED, PASS",
        "error,   error,   WARNING,   PASS",
        "error,   error,   FAILED,    UNSTABLE",
        "error,   error,   ABORTED,   FAIL",
        "warning, '',      SUCCEEDED, PASS",
        "warning, '',      WARNING,   FAIL",
        "warning, '',      FAILED,    FAIL",
        "warning, '',      ABORTED,   FAIL",
    })
    void an_outcome_decides(String failOn, String unstableOn, Outcome outcome, Verdict verdict) {
        assertThat(ResultPolicy.of(failOn, unstableOn, new Problems("k8sBackup"))
                        .decide(outcome))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "never,   '',      failOn: found 'never'; allowed: 'error'",
        "error,   always,  unstableOn: found 'always'; allowed: ''",
        "warning, warning, unstableOn: found 'warning' together with failOn 'warning'",
        "warning, error,   unstableOn: found 'error' together with failOn 'warning'",
    })
    void what_makes_no_sense_is_refused(String failOn, String unstableOn, String message) {
        Problems problems = new Problems("k8sBackup");
        ResultPolicy.of(failOn, unstableOn, problems);

        assertThatThrownBy(problems::throwIfAny).hasMessageStartingWith("k8sBackup: " + message);
    }

    @Test
    void it_survives_a_restart() throws Exception {
        ResultPolicy policy = ResultPolicy.of("error", "warning", new Problems("k8sBackup"));

        assertThat(Copies.of(policy).decide(Outcome.WARNING)).isEqualTo(Verdict.UNSTABLE);
    }
}
