package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.ManifestParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ObjectApi;
import io.jenkins.plugins.k8sprotect.engine.cluster.Retry;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.hook.ManifestCheck.Ready;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/** Applies a manifest: all of it is checked, then one object after the other, and none after a failure. */
final class ApplyRun {
    /** The field manager that servers record. */
    static final String MANAGER = "k8s-protect";

    private final ApplyAction action;
    private final HookContext context;
    private final Map<GroupKind, Map<String, Long>> counts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean stopped;

    ApplyRun(ApplyAction action, HookContext context) {
        this.action = action;
        this.context = context;
    }

    HookReport run() {
        ManifestCheck check = new ManifestCheck(
                        action.sourceName(),
                        context.namespace(),
                        context.options(),
                        context.cluster().catalogue())
                .of(ManifestParser.parse(action.manifest(), action.sourceName()));
        if (!check.mistakes().isEmpty()) {
            return HookReport.nothing(check.mistakes());
        }
        List<Ready> all = check.ready();
        int tried = 0;
        while (tried < all.size() && findings.isEmpty() && tried(all.get(tried))) {
            context.events().progress("apply", ++tried, all.size(), "objects");
        }
        notApplied(all.subList(tried, all.size()));
        return new HookReport(List.of(), counted(), findings, stopped);
    }

    /** Applies it and counts what came of it. False if a stop or the deadline came first: then it was not applied. */
    private boolean tried(Ready ready) {
        try {
            context.cancel().checkpoint();
            if (context.deadline().isPast()) {
                findings.add(Finding.failure("deadline", null, "time was up before all was applied"));
                return false;
            }
            String done = write(ready);
            count(ready.type().groupKind(), done);
            context.events().info(done + " " + ready.key());
        } catch (CancellationException e) {
            stopped = !context.cancel().isExpired();
            findings.add(
                    stopped
                            ? Finding.failure("stopped", null, "stopped on request: " + e.getMessage())
                            : Finding.failure("deadline", null, "time was up: " + e.getMessage()));
            return false;
        } catch (ApiException e) {
            fail(ready, e);
        }
        return true;
    }

    /**
     * The same again changes nothing, so a failure that passes is a reason to do just that. What was begun is brought to an
     * end that is known: a stop counts between two objects, and ends the repeating.
     */
    private String write(Ready ready) {
        ObjectApi objects = context.cluster().objects();
        KubeObject wanted = ready.object();
        Optional<KubeObject> before = objects.get(ready.type(), wanted.namespace(), wanted.name());
        byte[] body = wanted.toBytes();
        byte[] stored = Retry.DEFAULT.call(
                new CancelToken(),
                e -> e.isTransient()
                        && !context.deadline().isPast()
                        && !context.cancel().isCancelled(),
                () -> objects.apply(ready.type(), wanted.namespace(), wanted.name(), body, MANAGER, action.force()));
        if (before.isEmpty()) {
            return "created";
        }
        String after = KubeObject.parse(stored).resourceVersion();
        return before.get().resourceVersion().equals(after) ? "unchanged" : "changed";
    }

    private static String code(ApiException e) {
        if (e.isForbidden()) {
            return "forbidden";
        }
        if (e.isInvalid() || e.code() == 400) {
            return "invalid";
        }
        return e.isConflict() ? "conflict" : "write-failed";
    }

    private void fail(Ready ready, ApiException e) {
        String hint =
                e.isConflict() && !action.force() ? "; with force, the fields that others own are taken over" : "";
        count(ready.type().groupKind(), "failed");
        findings.add(Finding.failure(
                code(e), ready.key(), action.sourceName() + ":" + ready.line() + ": " + e.getMessage() + hint));
    }

    private void notApplied(List<Ready> rest) {
        rest.forEach(ready -> count(ready.type().groupKind(), "not-applied"));
        if (!rest.isEmpty()) {
            findings.add(Finding.failure(
                    "not-applied",
                    null,
                    "not applied: " + rest.size() + " objects, from line "
                            + rest.get(0).line() + " of " + action.sourceName() + " on"));
        }
    }

    private void count(GroupKind kind, String done) {
        counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(done, 1L, Long::sum);
    }

    private List<KindCount> counted() {
        List<KindCount> list = new ArrayList<>();
        counts.forEach((kind, byAction) -> byAction.forEach((a, n) -> list.add(new KindCount(kind, a, n))));
        return list;
    }
}
