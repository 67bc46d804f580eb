package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.RunForTests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A build with a folder: its log, its artifacts in {@code archive}, and what Pipeline persists of it. */
public final class BuildOnDisk extends Run<JobOnDisk, BuildOnDisk> {
    private final int number;
    private final Path root;
    private final BuildLog log;
    private volatile boolean building = true;

    BuildOnDisk(JobOnDisk job, int number, Path root) throws IOException {
        super(job);
        this.number = number;
        this.root = Files.createDirectories(root);
        this.log = new BuildLog(root.resolve("log"));
        RunForTests.keepArtifactsIn(this, new ArtifactsOnDisk(root.resolve("archive")));
    }

    public BuildLog log() {
        return log;
    }

    /** What is kept where a file of this name would be, whether it is there or not. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** Ends it; a build that nobody gave a result is a success. */
    public void end() {
        setResult(Result.SUCCESS);
        log.println("Finished: " + getResult());
        building = false;
    }

    @Override
    public File getRootDir() {
        return root.toFile();
    }

    @Override
    public int getNumber() {
        return number;
    }

    @Override
    public String getUrl() {
        return "job/" + getParent().getFullName().replace("/", "/job/") + "/" + number + "/";
    }

    @Override
    public boolean isBuilding() {
        return building;
    }

    @Override
    public int compareTo(BuildOnDisk that) {
        return Integer.compare(number, that.number);
    }
}
