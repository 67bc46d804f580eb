package io.jenkins.plugins.k8sprotect.config;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work only so long: who looks at a form waits for the answer. */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * What the work returns.
     *
     * @throws TimeoutException if it takes longer; it is interrupted then, and not waited for
     * @throws Exception what the work throws
     */
    static <T> T within(Duration limit, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "k8s-protect-test-connection");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            task.cancel(true);
        }
    }
}
