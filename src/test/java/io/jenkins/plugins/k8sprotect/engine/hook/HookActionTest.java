package io.jenkins.plugins.k8sprotect.engine.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookActionTest {
    private static final ExecAction EXEC = new ExecAction("app=db", "", "db", List.of("login", "hunter2"), Target.ALL);
    private static final ApplyAction APPLY =
            new ApplyAction("apiVersion: v1\nkind: Secret\nmetadata: {name: hunter2}", "secret.yaml", true);

    @ParameterizedTest
    @CsvSource({
        "app=db,     db-0, sync, selector and pod: found both",
        "'',         '',   sync, selector and pod: found neither",
        "'app in (', '',   sync, selector: ",
        "'a b',      '',   sync, selector: ",
        "app=db,     '',   '',   command: found no program"
    })
    void whatCannotBeIsRefusedWhenItIsMade(String selector, String pod, String program, String said) {
        assertThatThrownBy(() -> new ExecAction(selector, pod, "", List.of(program), Target.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void anArgumentWithAZeroCharacterIsRefusedAndNotShown() {
        assertThatThrownBy(() -> new ExecAction("", "p", "", List.of("echo", "hunter2\0"), Target.ALL))
                .hasMessageContaining("zero character")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"app=db", "app==db", "'tier in (a, b),!canary'", "app!=db", "'app,x notin (y)'"})
    void bothFormsOfSelectorsAreUnderstood(String selector) {
        assertThat(new ExecAction(selector, "", "", List.of("sync"), Target.ALL)
                        .labels()
                        .isEverything())
                .isFalse();
    }

    @Test
    void aManifestIsCheckedWithoutACluster() {
        APPLY.check();

        assertThatThrownBy(() -> new ApplyAction("kind: A", "policy.yaml", false).check())
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("policy.yaml:1: apiVersion: missing");
    }

    @Test
    void actionsAndOptionsTravel() throws Exception {
        HookOptions options = HookOptions.defaults().withMasking(Masking.of(List.of("hunter2")));

        assertThat(copy(EXEC)).isEqualTo(EXEC);
        assertThat(copy(APPLY)).isEqualTo(APPLY);
        assertThat(copy(options).masking().mask("hunter2")).isEqualTo("****");
    }

    @Test
    void whatCameOfAHookTravelsBack() throws Exception {
        TargetRun run = new TargetRun("shop", "db-0", "db", 5, "exited", 0, 3, 0, List.of("ok"), List.of());
        HookOutcome outcome = new HookOutcome(Results.withWarnings(), List.of(run));

        assertThat(copy(outcome)).isEqualTo(outcome);
    }

    @Test
    void neitherCommandNorManifestShows() {
        assertThat(EXEC + " " + APPLY).contains("app=db", "secret.yaml").doesNotContain("hunter2", "login");
    }

    @Test
    void aTimeoutIsMoreThanNothing() {
        assertThatThrownBy(() -> HookOptions.defaults().withTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeout");
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
