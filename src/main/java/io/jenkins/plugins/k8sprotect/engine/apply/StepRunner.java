package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import io.jenkins.plugins.k8sprotect.engine.plan.PlanStep;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Writes one object until it succeeds, fails for good, or time is up. Failures that pass (a conflict, too many requests,
 * a webhook or a service account that is not there yet) are tried again with growing pauses.
 */
final class StepRunner {
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    /** About 20 seconds: what needs longer than a webhook's restart is a failure that somebody should see. */
    private static final int ATTEMPTS = 15;

    private final ObjectWriter writer;
    private final AdaptiveLimit limit;
    private final OwnerUids uids;
    private final Outcomes outcomes;
    private final CancelToken cancel;
    private final Deadline deadline;

    StepRunner(
            ObjectWriter writer,
            AdaptiveLimit limit,
            OwnerUids uids,
            Outcomes outcomes,
            CancelToken cancel,
            Deadline deadline) {
        this.writer = writer;
        this.limit = limit;
        this.uids = uids;
        this.outcomes = outcomes;
        this.cancel = cancel;
        this.deadline = deadline;
    }

    /** @throws CancellationException if a stop was asked for before the object was begun */
    void run(Desired desired) {
        PlanStep step = desired.step();
        if (!uids.rewrite(desired.wanted())) {
            outcomes.tell(Finding.attention(
                    "owner-not-restored",
                    step.target(),
                    "an owner was not restored, so the reference to it is dropped"));
        }
        int failures = 0;
        for (int attempt = 1; ; attempt++) {
            long pause = 0;
            cancel.checkpoint();
            try {
                done(step, attempt(desired));
                return;
            } catch (ObjectWriter.StillTerminating e) {
                if (deadline.isPast()) {
                    outcomes.fail(step, "still-terminating", e.getMessage());
                    return;
                }
            } catch (ApiException e) {
                if (!passes(e) || ++failures >= ATTEMPTS || deadline.isPast()) {
                    outcomes.fail(step, code(e), message(e));
                    return;
                }
                pause = e.retryAfterMillis();
            }
            pause(attempt, pause);
        }
    }

    private Written attempt(Desired desired) {
        boolean overloaded = false;
        try {
            limit.enter();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return writer.write(desired);
        } catch (ApiException e) {
            overloaded = e.code() == 429;
            throw e;
        } finally {
            limit.leave(overloaded);
        }
    }

    private void done(PlanStep step, Written written) {
        uids.remember(step.sourceUid(), written.uid());
        if (written.finding() != null) {
            outcomes.tell(written.finding());
        }
        if (written.action().equals(Written.FAILED)) {
            outcomes.fail(step, "conflict", "appeared meanwhile, and is different");
        } else {
            outcomes.add(step, written.action());
        }
    }

    /** A pod's service account is made by a controller after its namespace; until then the pod is forbidden. */
    private static boolean passes(ApiException e) {
        return e.isTransient()
                || e.isConflict()
                || e.isForbidden() && e.getMessage().contains("error looking up service account");
    }

    private static String code(ApiException e) {
        if (e.isForbidden()) {
            return "forbidden";
        }
        return e.isInvalid() ? "invalid" : "write-failed";
    }

    private static String message(ApiException e) {
        String fields = e.causes().stream()
                .map(ApiException.Cause::field)
                .filter(f -> !f.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return e.getMessage() + (fields.isEmpty() ? "" : " [fields: " + fields + "]");
    }

    private static void pause(int attempt, long atLeast) {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
        long jittered = ThreadLocalRandom.current().nextLong(bound / 2, bound + 1);
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(jittered, Math.min(atLeast, LONGEST_PAUSE_MILLIS)));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }
}
