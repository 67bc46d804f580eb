package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

@Timeout(30)
class OperationExecutionTest {
    private static final String ID = "20261122T120000Z-000001";

    @TempDir
    private Path workspace;

    private final StepRunner build = new StepRunner(1);

    @AfterEach
    void close() {
        build.close();
    }

    @Test
    void without_a_node_it_runs_on_the_controller_and_returns_its_result() throws Exception {
        succeeding("succeeds");

        build.start(arguments("succeeds"));

        ProtectionResult result = (ProtectionResult) build.context.result();
        assertThat(result.getOutcome()).isEqualTo("succeeded");
        assertThat(result.getId()).isEqualTo(ID);
        assertThat(result.getArtifacts()).isEqualTo("k8s-protect/backup-shop-1");
        assertThat(build.log.text())
                .startsWith("k8sTest: shop from prod\nruns on the controller, at most 240 minutes\n")
                .contains("Backup of shop");
    }

    @Test
    void in_a_node_it_runs_on_the_agent() throws Exception {
        ScriptedWork.script("where", (id, events, cancel) -> {
            events.info("thread " + Thread.currentThread().getName());
            return done(id);
        });
        build.onAgent(new FakeChannel(), workspace);

        build.start(arguments("where"));

        build.context.result();
        assertThat(build.log.text()).contains("runs on agent linux-1", "thread k8s-protect ");
    }

    @Test
    void its_files_are_kept_with_the_build_and_nothing_stays_on_the_machine() throws Exception {
        succeeding("files");
        build.onAgent(new FakeChannel(), workspace);

        build.start(arguments("files"));

        build.context.result();
        assertThat(build.recorded).containsExactly("7 SUCCEEDED [report.html, result.json]");
        assertThat(Path.of(workspace + "@tmp")).isEmptyDirectory();
    }

    @Test
    void other_users_of_the_machine_cannot_read_its_files() throws Exception {
        ScriptedWork.script("files", (id, events, cancel) -> {
            Path folder = Path.of(FakeStorage.site.temp().getRemote());
            events.info("open to " + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            return done(id);
        });

        build.start(arguments("files"));

        build.context.result();
        assertThat(build.log.text()).contains("open to rwx------");
    }

    @Test
    void what_cannot_be_kept_with_the_build_is_a_warning_and_the_outcome_is_told() throws Exception {
        succeeding("unkept");
        build.recorderFails = "no space left";

        build.start(arguments("unkept"));

        ProtectionResult result = (ProtectionResult) build.context.result();
        assertThat(result.getOutcome()).isEqualTo("warning");
        assertThat(result.getWarnings()).singleElement().asString().contains("not kept with the build", "no space");
    }

    @Test
    void a_backup_that_its_storage_could_not_keep_has_failed() throws Exception {
        succeeding("lost");
        FakeStorage.full = "the disk is full";

        build.start(arguments("lost"));

        assertThat(build.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("could not be kept: the disk is full");
        assertThat(build.recorded).containsExactly("7 FAILED [report.html, result.json]");
    }

    @Test
    void a_failure_names_what_failed_and_where_the_report_is() throws Exception {
        failing("fails");

        build.start(arguments("fails"));

        assertThat(build.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("k8sTest: Backup of shop: ")
                .hasMessageContaining("needs get on secrets in shop")
                .hasMessageEndingWith("see k8s-protect/backup-shop-1/report.html");
        assertThat(build.run.getResult()).isNull();
    }

    @Test
    void a_failure_that_makes_the_build_unstable_returns_its_result() throws Exception {
        failing("unstable");

        build.start(new ScriptedArguments("unstable", 240, "error", "error"));

        assertThat(((ProtectionResult) build.context.result()).getOutcome()).isEqualTo("failed");
        assertThat(build.run.getResult()).isEqualTo(Result.UNSTABLE);
        WarningAction warning = build.node.getAction(WarningAction.class);
        assertThat(warning.getResult()).isEqualTo(Result.UNSTABLE);
        assertThat(warning.getMessage()).contains("needs get on secrets in shop");
    }

    @Test
    void a_missing_credential_fails_it_before_anything_is_touched() throws Exception {
        AtomicInteger ran = counting("untouched");
        FakeCluster.missing = "credential kube-prod: not found";

        build.start(arguments("untouched"));

        assertThat(build.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("k8sTest: credential kube-prod: not found");
        assertThat(ran).hasValue(0);
    }

    @Test
    void credentials_are_looked_up_as_the_build_runs() throws Exception {
        succeeding("identity");
        build.context.with(FlowExecution.class, new FlowExecution() {
            @Override
            public Authentication getAuthentication2() {
                return new TestingAuthenticationToken("alice", "");
            }
        });

        build.start(arguments("identity"));

        build.context.result();
        assertThat(FakeCluster.asked).isEqualTo("alice");
    }

    @Test
    void a_refusal_of_the_engine_is_told_as_it_is() throws Exception {
        ScriptedWork.script("refused", (id, events, cancel) -> {
            throw new IllegalArgumentException("namespace map: the backup has nothing in namespace shpo");
        });
        build.onAgent(new FakeChannel(), workspace);

        build.start(arguments("refused"));

        assertThat(build.context.failure())
                .hasMessage("k8sTest: namespace map: the backup has nothing in namespace shpo");
        assertThat(build.recorded).isEmpty();
    }

    @Test
    void a_mistake_of_this_software_fails_the_step() throws Exception {
        ScriptedWork.script("broken", (id, events, cancel) -> {
            throw new NullPointerException("x is null");
        });

        build.start(arguments("broken"));

        assertThat(build.context.failure()).hasMessageContaining("this should not have happened");
    }

    @Test
    void secrets_of_its_logins_show_nowhere() throws Exception {
        ScriptedWork.script("leaks", (id, events, cancel) -> {
            events.warning("server said: " + FakeCluster.TOKEN);
            Finding finding = Finding.attention("odd", null, "key " + FakeStorage.KEY + " is odd");
            return Answer.done(ScriptedWork.result(id, Outcome.WARNING, finding));
        });
        build.onAgent(new FakeChannel(), workspace);

        build.start(arguments("leaks"));

        ProtectionResult result = (ProtectionResult) build.context.result();
        assertThat(result.getWarnings()).containsExactly("key **** is odd");
        assertThat(build.log.text()).contains("server said: ****").doesNotContain(FakeCluster.TOKEN, FakeStorage.KEY);
    }

    private static ScriptedArguments arguments(String script) {
        return new ScriptedArguments(script, 240, "error", "");
    }

    private static Answer done(String id) {
        return Answer.done(ScriptedWork.result(id, Outcome.SUCCEEDED));
    }

    private static void succeeding(String script) {
        ScriptedWork.script(script, (id, events, cancel) -> done(id));
    }

    private static void failing(String script) {
        Finding finding = Finding.failure("forbidden", null, "needs get on secrets in shop");
        ScriptedWork.script(
                script, (id, events, cancel) -> Answer.done(ScriptedWork.result(id, Outcome.FAILED, finding)));
    }

    private static AtomicInteger counting(String script) {
        AtomicInteger ran = new AtomicInteger();
        ScriptedWork.script(script, (id, events, cancel) -> {
            ran.incrementAndGet();
            return done(id);
        });
        return ran;
    }
}
