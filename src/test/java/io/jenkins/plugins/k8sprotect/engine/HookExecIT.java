package io.jenkins.plugins.k8sprotect.engine;

import static io.jenkins.plugins.k8sprotect.engine.Engine.codes;
import static io.jenkins.plugins.k8sprotect.engine.Engine.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.cli.Main;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOutcome;
import io.jenkins.plugins.k8sprotect.engine.hook.Masking;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import io.jenkins.plugins.k8sprotect.testbed.Await;
import io.jenkins.plugins.k8sprotect.testbed.ClusterMode;
import io.jenkins.plugins.k8sprotect.testbed.NeedsRealNode;
import io.jenkins.plugins.k8sprotect.testbed.TestCluster;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands in real containers. */
@NeedsRealNode
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HookExecIT {
    private static final String NAMESPACE = "hooked";
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, labels: {app: %s}}
            spec:
              restartPolicy: Never
              terminationGracePeriodSeconds: 0
              containers:
              - {name: main, image: "test.local/busybox:1", imagePullPolicy: Never, command: [sleep, "%s"],
                 env: [{name: ROLE, value: main}]}
              - {name: side, image: "test.local/busybox:1", imagePullPolicy: Never, command: [sleep, "3600"],
                 env: [{name: ROLE, value: side}]}
            """;

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private TestCluster cluster;
    private CompletableFuture<HookOutcome> quiet;

    @TempDir
    private Path folder;

    @BeforeAll
    void deploy() {
        cluster = Testbed.cluster("real", ClusterMode.realNode());
        cluster.apply(
                POD.formatted("db-0", "db", "3600") + "---\n" + POD.formatted("db-1", "db", "3600") + "---\n"
                        + POD.formatted("web-0", "web", "3600"),
                NAMESPACE);
        List.of("db-0", "db-1", "web-0").forEach(this::awaitReady);
        quiet = CompletableFuture.supplyAsync(() -> hook(inPod("web-0", "sleep", "65"), HookOptions.defaults()));
    }

    private void awaitReady(String pod) {
        String path = "/api/v1/namespaces/" + NAMESPACE + "/pods/" + pod;
        cluster.waitFor(path, "/status/phase", "Running");
        cluster.waitFor(path, "/status/containerStatuses/0/ready", "true");
        cluster.waitFor(path, "/status/containerStatuses/1/ready", "true");
    }

    @Test
    void a_command_runs_in_each_pod_by_name_and_its_arguments_are_given_as_they_are() {
        HookOutcome outcome = hook(inAll("echo", "a b", "$HOME;", "\"ü\"", "&x=1"));

        assertThat(outcome.result().outcome())
                .as("%s", outcome.result().findings())
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(outcome.runs()).extracting(TargetRun::pod).containsExactly("db-0", "db-1");
        assertThat(outcome.runs()).allSatisfy(run -> {
            assertThat(run.exitCode()).isZero();
            assertThat(run.container()).isEqualTo("main");
            assertThat(run.stdout()).containsExactly("a b $HOME; \"ü\" &x=1");
            assertThat(run.stdoutBytes()).isEqualTo(21);
            assertThat(run.stderr()).isEmpty();
        });
        assertThat(outcome.result().totals()).containsExactlyEntriesOf(java.util.Map.of("ran", 2L));
    }

    @Test
    void one_pod_is_the_first_by_name() {
        HookOutcome outcome = hook(new ExecAction("app in (db)", "", "", List.of("true"), Target.ONE));

        assertThat(outcome.runs()).extracting(TargetRun::pod).containsExactly("db-0");
    }

    @Test
    void an_exit_code_is_a_failure_and_no_further_pod_is_tried() {
        HookOutcome outcome = hook(inAll("sh", "-c", "echo out; echo wrong >&2; exit 3"));

        assertThat(outcome.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.runs()).hasSize(1);
        TargetRun run = outcome.runs().get(0);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.stdout()).containsExactly("out");
        assertThat(run.stderr()).containsExactly("wrong");
        assertThat(finding(outcome.result(), "exit-code").message())
                .contains("db-0", "exit code 3")
                .doesNotContain("wrong");
        assertThat(finding(outcome.result(), "not-run").message()).contains("db-1");
    }

    @Test
    void the_container_is_chosen_by_name() {
        HookOutcome outcome = hook(new ExecAction("app=db", "", "side", List.of("sh", "-c", "echo $ROLE"), Target.ALL));

        assertThat(outcome.runs()).allSatisfy(run -> assertThat(run.stdout()).containsExactly("side"));
    }

    @Test
    void a_container_that_is_not_there_is_told_with_those_that_are() {
        HookOutcome outcome = hook(new ExecAction("", "db-0", "sidecar", List.of("true"), Target.ALL));

        assertThat(finding(outcome.result(), "container-not-found").message()).contains("sidecar", "main, side");
        assertThat(outcome.runs()).isEmpty();
    }

    @Test
    void a_program_that_is_not_there_was_certainly_not_started() {
        HookOutcome outcome = hook(inPod("db-0", "no-such-program"));

        assertThat(codes(outcome.result())).containsExactly("not-started");
        assertThat(outcome.runs().get(0).end()).isEqualTo("not-started");
    }

    @Test
    void a_container_that_dies_ends_the_command() {
        cluster.apply(POD.formatted("brief", "brief", "6"), NAMESPACE);
        awaitReady("brief");

        HookOutcome outcome = hook(inPod("brief", "sleep", "120"));

        assertThat(outcome.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome.runs().get(0).exitCode()).as("128 and SIGKILL").isEqualTo(137);
        assertThat(outcome.runs().get(0).durationMillis()).isLessThan(60_000);
    }

    @Test
    void a_container_that_has_ended_is_told_as_such() {
        cluster.apply(POD.formatted("ended", "ended", "1"), NAMESPACE);
        cluster.waitFor(
                "/api/v1/namespaces/" + NAMESPACE + "/pods/ended",
                "/status/containerStatuses/0/state/terminated/reason",
                "Completed");

        HookOutcome outcome = hook(inPod("ended", "true"));

        assertThat(finding(outcome.result(), "no-pod").message()).contains("ended", "not ready");
    }

    @Test
    void a_deadline_ends_the_waiting_and_says_that_the_command_may_go_on() {
        HookOutcome outcome = hook(
                inPod("db-0", "sh", "-c", "echo begun; sleep 600"),
                HookOptions.defaults().withTimeout(Duration.ofSeconds(3)));

        assertThat(outcome.result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding(outcome.result(), "deadline").message()).contains("may still run");
        assertThat(outcome.runs().get(0).stdout()).containsExactly("begun");
    }

    @Test
    void a_stop_ends_the_waiting_at_once() throws Exception {
        CancelToken cancel = new CancelToken();
        CompletableFuture<HookOutcome> running = CompletableFuture.supplyAsync(
                () -> hook(inPod("db-1", "sleep", "600"), HookOptions.defaults(), cancel));
        TimeUnit.SECONDS.sleep(2);

        cancel.cancel("abort");

        HookOutcome outcome = running.get(5, TimeUnit.SECONDS);
        assertThat(outcome.result().outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(finding(outcome.result(), "stopped").message()).contains("stopped on request");
    }

    @Test
    void secrets_are_masked_wherever_the_output_goes() {
        HookOptions options = HookOptions.defaults().withMasking(Masking.of(List.of("hunter2", "no-such-thing")));

        HookOutcome outcome = hook(inPod("db-0", "sh", "-c", "echo password hunter2; no-such-thing"), options);

        assertThat(outcome.runs().get(0).stdout()).containsExactly("password ****");
        assertThat(outcome.toString() + events).contains("password ****").doesNotContain("hunter2", "no-such-thing");
    }

    @Test
    void a_pod_that_is_deleted_in_the_middle_is_no_success() {
        cluster.apply(POD.formatted("going", "going", "3600"), NAMESPACE);
        awaitReady("going");
        CompletableFuture<HookOutcome> running =
                CompletableFuture.supplyAsync(() -> hook(inPod("going", "sh", "-c", ": > /begun; sleep 120")));
        Await.until("the command begun", Duration.ofSeconds(30), () -> isRunning("going"), () -> "nothing");

        cluster.delete("/api/v1/namespaces/" + NAMESPACE + "/pods/going");

        TargetRun run = running.join().runs().get(0);
        assertThat(running.join().result().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.end()).isIn("exited", "unknown");
        assertThat(run.exitCode()).isNotZero();
    }

    private boolean isRunning(String pod) {
        return !hook(inPod(pod, "sh", "-c", "test -e /begun && echo yes"))
                .runs()
                .get(0)
                .stdout()
                .isEmpty();
    }

    @Test
    void the_documented_rights_are_enough_and_without_them_the_missing_one_is_named() {
        String pods = "{apiGroups: [''], resources: [pods], verbs: [get, list]}";
        ClusterAccess mayNot = LimitedUser.create(cluster, NAMESPACE, folder, pods);
        HookOutcome refused = hook(inAll("true"), mayNot);
        ClusterAccess may = LimitedUser.create(
                cluster, NAMESPACE, folder, pods + ", {apiGroups: [''], resources: [pods/exec], verbs: [get, create]}");

        assertThat(finding(refused.result(), "forbidden").message()).contains("pods/exec", NAMESPACE);
        assertThat(hook(inAll("true"), may).runs()).hasSize(2);
    }

    @Test
    void fifty_megabytes_of_output_fit_through_a_small_heap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "hook",
                        "--kubeconfig",
                        cluster.kubeconfig().toString(),
                        "--json",
                        "-n",
                        NAMESPACE,
                        "--pod",
                        "db-0",
                        "--",
                        "sh",
                        "-c",
                        "dd if=/dev/zero bs=1024 count=51200 2>/dev/null; echo; echo the end")
                .redirectError(folder.resolve("err").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("\"stdoutBytes\" : 52428809", "\"the end\"");
    }

    @Test
    void a_command_that_is_quiet_for_longer_than_a_minute_is_waited_for() throws Exception {
        HookOutcome outcome = quiet.get(2, TimeUnit.MINUTES);

        assertThat(outcome.result().outcome())
                .as("%s", outcome.result().findings())
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(outcome.runs().get(0).durationMillis()).isGreaterThanOrEqualTo(65_000);
    }

    private static ExecAction inAll(String... command) {
        return new ExecAction("app=db", "", "", List.of(command), Target.ALL);
    }

    private static ExecAction inPod(String pod, String... command) {
        return new ExecAction("", pod, "", List.of(command), Target.ALL);
    }

    private HookOutcome hook(ExecAction action) {
        return hook(action, HookOptions.defaults());
    }

    private HookOutcome hook(ExecAction action, HookOptions options) {
        return hook(action, options, new CancelToken());
    }

    private HookOutcome hook(ExecAction action, HookOptions options, CancelToken cancel) {
        return protection(cancel).hook("", NAMESPACE, action, admin(), options);
    }

    private HookOutcome hook(ExecAction action, ClusterAccess access) {
        return protection(new CancelToken()).hook("", NAMESPACE, action, access, HookOptions.defaults());
    }

    private ClusterAccess admin() {
        return ClusterAccess.fromKubeconfig(cluster.kubeconfig(), null);
    }

    private Protection protection(CancelToken cancel) {
        return new Protection(events::add, cancel, Clock.systemUTC());
    }
}
