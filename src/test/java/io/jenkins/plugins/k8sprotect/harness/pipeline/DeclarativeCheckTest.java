package io.jenkins.plugins.k8sprotect.harness.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.harness.binding.Descriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Jenkins refuses before it runs anything. */
class DeclarativeCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def x = k8sListBackups(storage: 'file:///b')",
                "x = 1",
                "if (true) { echo 'x' }",
                "currentBuild.description = 'x'",
                "timeout(1) { def x = 1 }",
                "[1].each { echo 'x' }"
            })
    void only_steps_may_stand_in_steps(String statement) {
        assertThatThrownBy(() -> check(statement))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected a step @ line 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8sListBackups(storage: 'file:///b', application: 'shop') | application",
                "k8sListBackups(store: 'file:///b') | store",
                "timeout(1) { k8sListBackups storge: 'file:///b' } | storge"
            })
    void a_parameter_that_the_step_does_not_have_is_refused(String statement, String parameter) {
        assertThatThrownBy(() -> check(statement)).hasMessageContaining("Invalid parameter \"" + parameter + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8sListBackups(storage: 'file:///b', app: 'shop')",
                "echo 'x'",
                "script { def x = 1; if (x) { y = 2 } }",
                "timeout(time: 1, unit: 'HOURS') { sh 'x' }"
            })
    void steps_and_scripts_are_allowed(String statement) {
        assertThatCode(() -> check(statement)).doesNotThrowAnyException();
    }

    @Test
    void a_post_section_is_checked_too_and_a_scripted_pipeline_is_not() {
        assertThatThrownBy(() -> DeclarativeCheck.run(
                        "pipeline { agent any\n post { always { def x = 1 } } }", Descriptors.ofTheClassPath()))
                .hasMessageContaining("Expected a step @ line 2");
        assertThatCode(() -> DeclarativeCheck.run("node { def x = 1 }", Descriptors.ofTheClassPath()))
                .doesNotThrowAnyException();
    }

    private static void check(String statement) {
        DeclarativeCheck.run("""
                pipeline {
                    agent any
                    stages { stage('S') { steps {
                        %s
                    } } }
                }
                """.formatted(statement), Descriptors.ofTheClassPath());
    }
}
