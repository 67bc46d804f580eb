package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.config.Choices;
import io.jenkins.plugins.k8sprotect.config.ClusterChoice;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** What all steps that run an operation take. */
public abstract class OperationStep extends Step {
    private final Object cluster;
    private final Object storage;
    private int timeoutMinutes;
    private String failOn = ResultPolicy.ERROR;
    private String unstableOn = ResultPolicy.NEVER;

    /**
     * @param cluster name of a cluster, or a choice
     * @param storage name of a storage, or a choice; null for a step without one
     * @param timeoutMinutes what it is if nothing is given
     */
    OperationStep(Object cluster, Object storage, int timeoutMinutes) {
        this.cluster = cluster;
        this.storage = storage;
        this.timeoutMinutes = timeoutMinutes;
    }

    /** As a Pipeline writes it: a name, or a choice. */
    public final Object getCluster() {
        return Choices.plain(cluster);
    }

    /** As a Pipeline writes it: a name, or a choice; null for a step without a storage. */
    public final Object getStorage() {
        return Choices.plain(storage);
    }

    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    /** Deadline for all of it, in minutes; waiting for an agent or for a turn on the controller counts. */
    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    public String getFailOn() {
        return failOn;
    }

    /** {@code error} or {@code warning}: from which outcome on the step fails. */
    @DataBoundSetter
    public void setFailOn(String failOn) {
        this.failOn = trimmed(failOn);
    }

    public String getUnstableOn() {
        return unstableOn;
    }

    /** {@code warning}, {@code error} or empty: which outcome makes the build unstable instead. */
    @DataBoundSetter
    public void setUnstableOn(String unstableOn) {
        this.unstableOn = trimmed(unstableOn);
    }

    final ClusterChoice checkCluster(Problems problems) {
        return problems.collect(() -> Choices.cluster(cluster, "cluster"));
    }

    final StorageChoice checkStorage(Problems problems) {
        return problems.collect(() -> Choices.storage(storage, "storage"));
    }

    final ResultPolicy checkCommon(Problems problems) {
        problems.atLeastOne("timeoutMinutes", timeoutMinutes, "minutes");
        return ResultPolicy.of(failOn, unstableOn, problems);
    }

    static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }
}
