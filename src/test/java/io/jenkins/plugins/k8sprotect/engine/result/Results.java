package io.jenkins.plugins.k8sprotect.engine.result;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import java.time.Instant;
import java.util.List;

/** Results as operations leave them. */
public final class Results {
    public static final ObjectKey CLAIM = new ObjectKey(GroupKind.core("PersistentVolumeClaim"), "shop", "orders-data");
    public static final ObjectKey SERVICE = new ObjectKey(GroupKind.core("Service"), "shop", "storefront");
    public static final ObjectKey ROLE =
            new ObjectKey(new GroupKind("rbac.authorization.k8s.io", "ClusterRole"), "", "shop:reader");

    private Results() {}

    public static OperationResult of(String operation, Outcome outcome, Finding... findings) {
        return new OperationResult(
                operation,
                "shop",
                "20260131t120000z-7f3a",
                outcome,
                Instant.parse("2026-01-31T12:00:00.250Z"),
                12_345,
                "system:serviceaccount:ci:backup",
                "https://10.0.0.1:6443",
                List.of(
                        new KindCount(GroupKind.core("ConfigMap"), "create", 1_204),
                        new KindCount(GroupKind.core("ConfigMap"), "unchanged", 3),
                        new KindCount(new GroupKind("apps", "Deployment"), "create", 2)),
                List.of(findings),
                List.of(new Timing("open", 40), new Timing("plan", 1_250), new Timing("apply", 11_055)));
    }

    /** A hook that is for no application. */
    static OperationResult hook() {
        OperationResult shop = of("hook", Outcome.SUCCEEDED);
        return new OperationResult(
                "hook",
                "",
                "",
                shop.outcome(),
                shop.started(),
                shop.durationMillis(),
                shop.identity(),
                shop.cluster(),
                java.util.List.of(),
                shop.findings(),
                shop.timings());
    }

    public static OperationResult withWarnings() {
        return of(
                "restore",
                Outcome.WARNING,
                Finding.expected("server-owned-field", SERVICE, "clusterIP is left to the server"),
                Finding.attention("data-not-protected", CLAIM, "data NOT protected: restore it from elsewhere"),
                Finding.attention("secrets-not-encrypted", null, "Secrets lie unencrypted in this backup"));
    }

    public static ReportRow row(String action, String name) {
        return new ReportRow(new ObjectKey(GroupKind.core("ConfigMap"), "shop", name), action, "absent", List.of());
    }
}
