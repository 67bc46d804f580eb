package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Repeats a call after failures that pass, with exponential backoff and jitter ("full jitter", so that many callers do
 * not come back at once). A server that says when to come back is not asked before, as long as that is within the
 * longest wait.
 *
 * @param attempts how often the call is made at most
 * @param firstDelayMillis upper bound of the first wait, doubled each time
 * @param longestDelayMillis upper bound of each wait
 */
public record Retry(int attempts, long firstDelayMillis, long longestDelayMillis) {
    /** About 15 seconds in all: longer than an API server's restart behind a load balancer. */
    public static final Retry DEFAULT = new Retry(8, 100, 5_000);

    /** No second try: somebody waits for the answer, whatever it is. */
    public static final Retry NEVER = new Retry(1, 100, 5_000);

    /**
     * Calls until it succeeds.
     *
     * @param again which failures are worth another try
     * @throws ApiException the last failure
     */
    public <T> T call(CancelToken cancel, Predicate<ApiException> again, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            cancel.checkpoint();
            try {
                return call.get();
            } catch (ApiException e) {
                if (attempt >= attempts || !again.test(e)) {
                    throw e;
                }
                pause(attempt, e.retryAfterMillis());
            }
        }
    }

    private void pause(int attempt, long atLeast) {
        long bound = Math.min(longestDelayMillis, firstDelayMillis << Math.min(attempt - 1, 20));
        long jittered = ThreadLocalRandom.current().nextLong(bound / 2, bound + 1);
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(jittered, Math.min(atLeast, longestDelayMillis)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted between two tries");
        }
    }
}
