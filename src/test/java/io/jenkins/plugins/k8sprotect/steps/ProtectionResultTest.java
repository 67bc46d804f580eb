package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.junit.jupiter.api.Test;

class ProtectionResultTest {
    private static final ObjectKey SECRET = new ObjectKey(GroupKind.core("Secret"), "shop", "db");

    @Test
    void a_sandboxed_pipeline_may_read_all_of_it() {
        assertThat(Arrays.stream(ProtectionResult.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic()))
                .isNotEmpty()
                .allMatch(m -> m.isAnnotationPresent(Whitelisted.class));
    }

    @Test
    void it_survives_a_restart_as_it_was_made_of_the_jdks_types_alone() throws Exception {
        ProtectionResult result = full();

        ProtectionResult copy = Copies.of(result);

        for (Method getter : ProtectionResult.class.getDeclaredMethods()) {
            if (Modifier.isPublic(getter.getModifiers()) && getter.getParameterCount() == 0) {
                assertThat(getter.invoke(copy)).as(getter.getName()).isEqualTo(getter.invoke(result));
            }
        }
        assertThat(new String(Copies.bytes(result), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("k8sprotect.engine", "ImmutableCollections", "CollSer");
    }

    @Test
    void its_shape_is_the_same_whatever_was_found() {
        ProtectionResult empty = ProtectionResult.of(
                Answer.done(new OperationResult(
                        "restore",
                        "shop",
                        "",
                        Outcome.FAILED,
                        Instant.EPOCH,
                        0,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of())),
                "");

        assertThat(empty.getCounts()).isEmpty();
        assertThat(empty.getTotals()).isEmpty();
        assertThat(empty.getWarnings()).isEmpty();
        assertThat(empty.getFindings()).isEmpty();
        assertThat(empty.getPlan()).isEmpty();
        assertThat(empty.getRuns()).isEmpty();
        assertThat(empty.getArtifacts()).isEmpty();
    }

    @Test
    void what_a_pipeline_does_to_what_it_got_changes_nothing() {
        ProtectionResult result = full();

        result.getCounts().get("Secret").put("captured", 0L);
        result.getFindings().get(0).clear();
        changes(result.getPlan().get(0)).clear();

        assertThat(result.getCounts().get("Secret")).containsEntry("captured", 3L);
        assertThat(result.getFindings().get(0)).containsEntry("object", "Secret shop/db");
        assertThat(changes(result.getPlan().get(0))).containsExactly("/data/password changed");
    }

    @Test
    void it_reads_as_a_sentence() {
        assertThat(full()).hasToString("backup 20261122T120000Z-000001 of shop: warning, 3 captured, 1.5 s");
    }

    @Test
    void runs_of_a_hook_are_maps() {
        TargetRun run = new TargetRun("shop", "db-0", "db", 340, "exited", 0, 4, 0, List.of("done"), List.of());
        ProtectionResult result =
                ProtectionResult.of(Answer.ran(ScriptedWork.result("", Outcome.SUCCEEDED), List.of(run)), "");

        assertThat(result.getRuns().get(0))
                .containsEntry("pod", "db-0")
                .containsEntry("exitCode", 0)
                .containsEntry("stdout", "done");
    }

    @SuppressWarnings("unchecked")
    private static List<String> changes(Map<String, Serializable> row) {
        return (List<String>) row.get("changes");
    }

    private static ProtectionResult full() {
        OperationResult result = ScriptedWork.result(
                "20261122T120000Z-000001",
                Outcome.WARNING,
                Finding.attention("unencrypted", SECRET, "lies there as it is"));
        ReportRow row = new ReportRow(SECRET, "replace", "differs", List.of("/data/password changed"));
        return ProtectionResult.of(Answer.done(result, List.of(row)), "k8s-protect/backup-shop-1");
    }
}
