package io.jenkins.plugins.k8sprotect.testbed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RealNodeRequirementTest {

    private static final Optional<String> NOT_ROOT = Optional.of("needs root");

    @Test
    void lets_the_test_run_where_a_node_can_run() {
        assertThatCode(() -> requirement(Optional.empty(), true, false).check("PodIT"))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_by_name_and_says_what_is_missing_and_how_to_leave_it_out() {
        assertThatThrownBy(() -> requirement(NOT_ROOT, false, false).check("PodIT.runs"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("PodIT.runs", "needs root", "-Dtestbed.skipNode=true");
    }

    @Test
    void is_left_out_when_the_user_asks_for_it() {
        assertThatThrownBy(() -> requirement(NOT_ROOT, true, false).check("PodIT.runs"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContainingAll("PodIT.runs", "needs root");
    }

    @Test
    void is_never_left_out_in_ci() {
        assertThatThrownBy(() -> requirement(NOT_ROOT, true, true).check("PodIT.runs"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("needs root");
    }

    private static RealNodeRequirement requirement(Optional<String> lack, boolean skipAsked, boolean inCi) {
        return new RealNodeRequirement(() -> lack, skipAsked, inCi);
    }
}
