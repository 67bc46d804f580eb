package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries out one action in a namespace. */
@Command(
        name = "hook",
        description = "Run a command in pods of a namespace, or apply a manifest to it.",
        footer = {
            "",
            "k8s-protect hook -n shop --selector app=db -- sync -f",
            "k8s-protect hook -n shop --apply policy.yaml"
        })
final class HookCommand implements Callable<Integer> {
    @Option(
            names = {"-n", "--namespace"},
            required = true,
            paramLabel = "NAME",
            description = "Where pods are looked for, and objects go that name no namespace.")
    private String namespace;

    @Mixin
    private HookChoices choices;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Fail after this time, such as 90s, 15m or 1h30m (default: 10m).")
    private Duration timeout = HookOptions.DEFAULT_TIMEOUT;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ReportOptions report;

    @Mixin
    private OutputOptions options;

    private final Shell shell;

    HookCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        HookAction action = choices.toAction(shell.input());
        ReportFile.check(report.file);
        HookOptions wanted =
                HookOptions.defaults().withTimeout(timeout).allowing(choices.otherNamespaces, choices.clusterScoped);
        ClusterAccess access = cluster.open();
        return new Session(shell, options, report)
                .run("hook", operations -> operations.hook(namespace, action, access, wanted));
    }
}
