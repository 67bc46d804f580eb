package io.jenkins.plugins.k8sprotect.engine.archive;

import com.sun.management.OperatingSystemMXBean;
import io.jenkins.plugins.k8sprotect.engine.archive.Samples.Sample;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes, reads and verifies a backup a few times and prints how long each took, by the clock and in processor time of all
 * threads (which a busy machine does not distort); the first line is a cold start.
 *
 * <p>Arguments: URL of a store (S3 credentials from the environment), objects, bytes of each, level of zstd, rounds.
 */
public final class ArchiveBenchmark {
    private ArchiveBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int size = args.length > 2 ? Integer.parseInt(args[2]) : 1536;
        int level = args.length > 3 ? Integer.parseInt(args[3]) : 3;
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 5;
        StoreUrl url = StoreUrl.parse(args[0]);
        List<Sample> samples = Samples.configMaps(count, size);
        System.out.printf("%d objects of %d bytes, level %d, %s%n", count, size, level, url.description());
        for (int i = 0; i < rounds; i++) {
            Lap lap = new Lap();
            try (Store store =
                    Stores.open(url, url instanceof StoreUrl.S3 ? StoreCredentials.fromEnvironment() : null)) {
                round(store, samples, level, lap);
            }
        }
    }

    private static void round(Store store, List<Sample> samples, int level, Lap lap) throws InterruptedException {
        BackupId id = BackupId.next(Clock.systemUTC(), new Random());
        Manifest manifest = write(store, id, samples, level);
        String written = lap.next();
        long[] bytes = new long[1];
        try (BackupReader reader = BackupReader.open(store, "bench", id)) {
            reader.read(row -> true, (row, json) -> bytes[0] += json.length);
            String read = lap.next();
            VerifyReport report = reader.verify();
            System.out.printf(
                    "write %s, read %s, verify %s; %.1f MB plain, %.1f MB stored, sound %s%n",
                    written, read, lap.next(), bytes[0] / 1e6, manifest.storedBytes() / 1e6, report.isSound());
        }
        new BackupCatalog(store).delete("bench", id);
    }

    private static Manifest write(Store store, BackupId id, List<Sample> samples, int level)
            throws InterruptedException {
        WriterOptions defaults = WriterOptions.defaults();
        WriterOptions options = new WriterOptions(defaults.segmentBytes(), defaults.objectBytes(), level);
        try (BackupWriter writer = BackupWriter.begin(store, "bench", id, options)) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int t = 0; t < 4; t++) {
                int first = t;
                threads.submit(() -> {
                    for (int i = first; i < samples.size(); i += 4) {
                        writer.add(samples.get(i).header(), samples.get(i).json());
                    }
                });
            }
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.MINUTES);
            return writer.commit(Samples.info(Outcome.SUCCEEDED), Samples.DETAILS);
        }
    }

    /** Time since it was asked last. */
    private static final class Lap {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long clock = System.nanoTime();
        private long processor = system.getProcessCpuTime();

        String next() {
            long clockBefore = clock;
            long processorBefore = processor;
            clock = System.nanoTime();
            processor = system.getProcessCpuTime();
            return String.format(
                    "%d ms (CPU %d)", (clock - clockBefore) / 1_000_000, (processor - processorBefore) / 1_000_000);
        }
    }
}
