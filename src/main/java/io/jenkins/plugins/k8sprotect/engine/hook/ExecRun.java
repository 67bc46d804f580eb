package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ExecRequest;
import io.jenkins.plugins.k8sprotect.engine.cluster.ExecResult;
import io.jenkins.plugins.k8sprotect.engine.hook.PodChoice.Place;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs a command in one container after the other, and in no further one after a failure. */
final class ExecRun {
    private final ExecAction action;
    private final HookContext context;
    private final PodChoice choice;
    private final List<TargetRun> runs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean failed;
    private boolean stopped;

    ExecRun(ExecAction action, HookContext context) {
        this.action = action;
        this.context = context;
        this.choice = new PodChoice(action, context.namespace());
    }

    HookReport run() {
        PodChoice.Chosen chosen = choice.among(PodFinder.find(action, context));
        findings.addAll(chosen.findings());
        List<Place> places = chosen.places();
        for (int i = 0; i < places.size(); i++) {
            context.events().progress("exec", i, places.size(), "pods");
            run(places.get(i));
            if (failed) {
                notRun(places.subList(i + 1, places.size()));
                return new HookReport(runs, counts(places.size()), findings, stopped);
            }
        }
        if (!places.isEmpty()) {
            context.events().progress("exec", places.size(), places.size(), "pods");
        }
        return new HookReport(runs, counts(places.size()), findings, false);
    }

    private void run(Place place) {
        long begun = context.now();
        Output output = new Output();
        try {
            ExecResult result = context.cluster()
                    .exec(
                            new ExecRequest(context.namespace(), place.pod(), place.container(), action.command()),
                            output,
                            context.deadline());
            ended(place, result, output, context.now() - begun);
        } catch (ApiException e) {
            failed = true;
            findings.add(Finding.failure(
                    e.isForbidden() ? "forbidden" : "not-started", choice.key(place.pod()), e.getMessage()));
            tell(target(place, context.now() - begun, "refused", -1, output));
        }
    }

    private void ended(Place place, ExecResult result, Output output, long millis) {
        tell(target(place, millis, word(result.end()), result.exitCode(), output));
        if (!result.succeeded()) {
            failed = true;
            stopped = result.end() == ExecResult.End.STOPPED;
            findings.add(Finding.failure(
                    code(result.end()),
                    choice.key(place.pod()),
                    "pod " + place.pod() + ", container " + place.container() + ": " + result.message()));
        }
    }

    private TargetRun target(Place place, long millis, String end, int exitCode, Output output) {
        Masking masking = context.options().masking();
        return new TargetRun(
                context.namespace(),
                place.pod(),
                place.container(),
                millis,
                end,
                exitCode,
                output.out.total(),
                output.err.total(),
                output.out.lines(masking),
                output.err.lines(masking));
    }

    private void tell(TargetRun run) {
        runs.add(run);
        context.events()
                .info(run.summary() + ", " + Words.bytes(run.stdoutBytes()) + " on standard output, "
                        + Words.bytes(run.stderrBytes()) + " on standard error");
        run.stdout().forEach(line -> context.events().info("  stdout: " + line));
        run.stderr().forEach(line -> context.events().info("  stderr: " + line));
    }

    private void notRun(List<Place> places) {
        if (!places.isEmpty()) {
            String pods = places.stream().map(Place::pod).collect(Collectors.joining(", "));
            findings.add(
                    Finding.failure("not-run", null, "after that, the command was not run in the other pods: " + pods));
        }
    }

    private List<KindCount> counts(int places) {
        int succeeded = failed ? runs.size() - 1 : runs.size();
        List<KindCount> counts = new ArrayList<>();
        count(counts, "ran", succeeded);
        count(counts, "failed", runs.size() - succeeded);
        count(counts, "not-run", places - runs.size());
        return counts;
    }

    private static void count(List<KindCount> counts, String word, long number) {
        if (number > 0) {
            counts.add(new KindCount(PodFinder.POD, word, number));
        }
    }

    private static String code(ExecResult.End end) {
        return switch (end) {
            case EXITED -> "exit-code";
            case UNKNOWN -> "result-unknown";
            default -> word(end);
        };
    }

    private static String word(ExecResult.End end) {
        return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
