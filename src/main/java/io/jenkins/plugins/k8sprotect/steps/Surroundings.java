package io.jenkins.plugins.k8sprotect.steps;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.config.K8sProtectConfiguration;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.report.BuildRecorder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What operations of this process share, and what surrounds them.
 *
 * @param workers runs what must not run on a Pipeline's thread; one thread an operation, which mostly waits
 * @param slots bounds the operations in the controller's own process
 * @param clock the time
 * @param firstPause how long after a lost agent is looked for it the first time; doubled up to half a minute
 * @param recorder keeps what came of an operation with its build
 */
record Surroundings(Executor workers, ControllerSlots slots, Clock clock, Duration firstPause, Recorder recorder) {
    /** At most so long between two looks for a lost agent. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static volatile Surroundings current = new Surroundings(
            threads(),
            new ControllerSlots(() -> K8sProtectConfiguration.get().getMaxConcurrentOnController()),
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            BuildRecorder::record);

    /** As {@link BuildRecorder#record}. */
    @FunctionalInterface
    interface Recorder {
        String record(
                Run<?, ?> run,
                TaskListener listener,
                String key,
                FilePath files,
                OperationResult result,
                List<String> notes)
                throws IOException, InterruptedException;
    }

    static Surroundings get() {
        return current;
    }

    /** For tests: others from here on; returns those until now. */
    static Surroundings use(Surroundings others) {
        Surroundings before = current;
        current = others;
        return before;
    }

    /** Pause after so many looks in vain, from 0. */
    Duration pause(int looks) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(looks, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Between two looks at whether the build still runs. */
    Duration watch() {
        return firstPause.multipliedBy(10);
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "k8s-protect operation " + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Surroundings.class.getClassLoader());
            return thread;
        });
    }
}
