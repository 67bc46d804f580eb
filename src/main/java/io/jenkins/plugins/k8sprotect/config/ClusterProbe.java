package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.Cluster;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.cluster.InvalidAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.Retry;
import io.jenkins.plugins.k8sprotect.engine.cluster.ServerInfo;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries a cluster out. What a server answers is told by its status alone: the address is whatever the form's user wrote,
 * and its answer might be one that only Jenkins is meant to see.
 */
final class ClusterProbe {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ResourceType NAMESPACE =
            new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false);

    private ClusterProbe() {}

    /** Who and where we are, or why not. Permissions were checked before. */
    static FormValidation run(Callable<ClusterLogin> login) {
        CancelToken cancel = new CancelToken();
        try {
            ClusterLogin found = login.call();
            return FormValidation.ok(TimeLimit.within(LIMIT, () -> ask(found, cancel)));
        } catch (AbortException | InvalidAccess e) {
            return FormValidation.error(e.getMessage());
        } catch (ApiException e) {
            return FormValidation.error(why(e));
        } catch (TimeoutException e) {
            return FormValidation.error("no answer within " + LIMIT.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FormValidation.error("interrupted");
        } catch (Exception e) {
            return FormValidation.error("cannot be used (" + e.getClass().getSimpleName() + ")");
        } finally {
            cancel.cancel("the test has ended");
        }
    }

    private static String ask(ClusterLogin login, CancelToken cancel) {
        try (Cluster cluster = Cluster.connect(login.access(), cancel, Retry.NEVER)) {
            ServerInfo info = cluster.info();
            String identity = info.identity().isEmpty() ? "" : ", as " + Shown.plain(info.identity());
            return "Connected to " + info.server() + ", Kubernetes " + Shown.plain(info.version()) + identity + ". "
                    + namespaces(cluster);
        }
    }

    private static String namespaces(Cluster cluster) {
        AtomicInteger count = new AtomicInteger();
        try {
            cluster.list(NAMESPACE, "", namespace -> count.incrementAndGet());
            return "May list namespaces: there are " + count + ".";
        } catch (ApiException e) {
            if (e.isForbidden()) {
                return "May not list namespaces: applications must name theirs without globs.";
            }
            throw e;
        }
    }

    private static String why(ApiException e) {
        return switch (e.code()) {
            case 0 -> "not reached: " + Unreachable.why(e);
            case 200 -> "something answers there that is no API server";
            case 401 -> "the server does not accept the credential (401); is it expired, or for another cluster?";
            case 403 -> "the server knows the credential, and does not let it ask for the server's version (403)";
            default -> "the server answered " + e.code() + "; redirects are not followed";
        };
    }
}
