package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One run of a hook's command in one container. What was a secret in it is masked.
 *
 * @param namespace the pod's namespace
 * @param pod name of the pod
 * @param container name of the container
 * @param durationMillis wall time in milliseconds
 * @param end how it ended: {@code exited}, {@code pod-gone}, {@code container-not-found}, {@code not-started}, {@code
 *     unknown}, {@code deadline}, {@code stopped}, or {@code refused}
 * @param exitCode the command's exit code; -1 unless it {@code exited}
 * @param stdoutBytes all bytes that it wrote to standard output
 * @param stderrBytes all bytes that it wrote to standard error
 * @param stdout last lines of standard output
 * @param stderr last lines of standard error
 */
public record TargetRun(
        String namespace,
        String pod,
        String container,
        long durationMillis,
        String end,
        int exitCode,
        long stdoutBytes,
        long stderrBytes,
        List<String> stdout,
        List<String> stderr)
        implements Serializable {
    public TargetRun {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(pod, "pod");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(end, "end");
        stdout = List.copyOf(stdout);
        stderr = List.copyOf(stderr);
    }

    /** As a row of a report, with the last lines of both outputs. */
    public ReportRow row() {
        List<String> lines = new ArrayList<>();
        stdout.forEach(line -> lines.add("stdout: " + line));
        stderr.forEach(line -> lines.add("stderr: " + line));
        ObjectKey key = new ObjectKey(GroupKind.core("Pod"), namespace, pod);
        return new ReportRow(key, exitCode == 0 ? "ran" : "failed", summary(), lines);
    }

    /** {@code pod db-0, container db: exit code 0 after 340 ms}. */
    public String summary() {
        String how = exitCode >= 0 ? "exit code " + exitCode : end;
        return "pod " + pod + ", container " + container + ": " + how + " after " + Words.duration(durationMillis);
    }
}
