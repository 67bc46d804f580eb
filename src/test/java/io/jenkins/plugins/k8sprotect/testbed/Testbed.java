package io.jenkins.plugins.k8sprotect.testbed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clusters and the S3 server of this run of tests. Thread-safe; starting is one at a time. */
public final class Testbed {

    /** Part of every name, so that two runs on one machine never share anything. */
    private static final String RUN = Long.toString(ProcessHandle.current().pid());

    private static final Map<String, TestCluster> CLUSTERS = new HashMap<>();
    private static final List<List<String>> STOPS = new ArrayList<>();
    private static TestS3 s3;

    private Testbed() {}

    /** As {@link #cluster(String, ClusterMode)} with the control plane alone, the fastest: 3 seconds. */
    public static TestCluster cluster(String name) {
        return cluster(name, ClusterMode.controlPlane());
    }

    /**
     * The cluster of that name, started when it is asked for the first time.
     *
     * @param name at most 8 lower-case letters and digits
     * @throws IllegalStateException if the name was used with another mode, or the cluster cannot be started (the
     *     message has the end of the testbed's output)
     */
    public static synchronized TestCluster cluster(String name, ClusterMode mode) {
        TestCluster cluster = CLUSTERS.computeIfAbsent(name, n -> start(n, mode));
        if (!cluster.mode().equals(mode)) {
            throw new IllegalStateException("Cluster " + name + " was started as " + cluster.mode() + ", asked for as "
                    + mode + ": use another name");
        }
        return cluster;
    }

    /** The S3 server, started when it is asked for the first time. Tests make buckets of their own in it. */
    public static synchronized TestS3 s3() {
        if (s3 == null) {
            String name = "s3-" + RUN;
            stopAtExit(List.of("s3", "down", name));
            s3 = TestS3.at(Path.of(TestbedCommand.run("s3", "up", name, "--owner", RUN)));
        }
        return s3;
    }

    private static TestCluster start(String name, ClusterMode mode) {
        String full = name + "-" + RUN;
        List<String> arguments = new ArrayList<>(List.of("up", full, "--owner", RUN));
        arguments.addAll(mode.options());
        stopAtExit(List.of("down", full));
        return new TestCluster(name, mode, Path.of(TestbedCommand.run(arguments.toArray(String[]::new))));
    }

    /** In an orderly end all stop at once; in any other the testbed's own watchdog does it, as it knows the owner. */
    private static void stopAtExit(List<String> command) {
        if (STOPS.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(Testbed::stopAll, "testbed-stop"));
        }
        STOPS.add(command);
    }

    private static void stopAll() {
        STOPS.parallelStream().forEach(command -> TestbedCommand.run(command.toArray(String[]::new)));
    }
}
