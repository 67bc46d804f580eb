package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;

/** {@code currentBuild}. */
public final class CurrentBuild {
    private final BuildOnDisk build;
    private String displayName;
    private String description;

    CurrentBuild(BuildOnDisk build) {
        this.build = build;
        this.displayName = build.getDisplayName();
    }

    /** Null while nothing has set it. */
    public String getResult() {
        return build.getResult() == null ? null : build.getResult().toString();
    }

    public void setResult(String result) {
        build.setResult(Results.named(result));
    }

    public String getCurrentResult() {
        return build.getResult() == null ? Result.SUCCESS.toString() : getResult();
    }

    public int getNumber() {
        return build.getNumber();
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
