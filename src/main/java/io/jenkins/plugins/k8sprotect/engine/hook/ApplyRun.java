package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.app.ManifestParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ObjectApi;
import io.jenkins.plugins.k8sprotect.engine.cluster.Retry;
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
        boolean stopped = false;
        List<Ready> all = check.ready();
        for (int i = 0; i < all.size() && findings.isEmpty() && !stopped; i++) {
            stopped = !apply(all.get(i));
            if (stopped || !findings.isEmpty()) {
                notApplied(all.subList(stopped ? i : i + 1, all.size()));
            } else {
                context.events().progress("apply", i + 1, all.size(), "objects");
            }
        }
        return new HookReport(List.of(), counted(), findings, stopped);
    }

    /** False if a stop was asked for: then the object was not applied. */
    private boolean apply(Ready ready) {
        try {
            context.cancel().checkpoint();
            if (context.deadline().isPast()) {
                fail("deadline", ready, "time was up before it was applied");
                return true;
            }
            String done = write(ready);
            count(ready.type().groupKind(), done);
            context.events().info(done + " " + ready.key());
        } catch (CancellationException e) {
            findings.add(Finding.failure("stopped", null, "stopped on request: " + e.getMessage()));
            return false;
        } catch (ApiException e) {
            String hint =
                    e.isConflict() && !action.force() ? "; with force, the fields that others own are taken over" : "";
            fail(code(e), ready, e.getMessage() + hint);
        }
        return true;
    }

    /** The same again changes nothing, so a failure that passes is a reason to do just that. */
    private String write(Ready ready) {
        ObjectApi objects = context.cluster().objects();
        KubeObject wanted = ready.object();
        Optional<KubeObject> before = objects.get(ready.type(), wanted.namespace(), wanted.name());
        byte[] body = wanted.toBytes();
        byte[] stored = Retry.DEFAULT.call(
                context.cancel(),
                e -> e.isTransient() && !context.deadline().isPast(),
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

    private void fail(String code, Ready ready, String why) {
        count(ready.type().groupKind(), "failed");
        findings.add(Finding.failure(code, ready.key(), action.sourceName() + ":" + ready.line() + ": " + why));
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
