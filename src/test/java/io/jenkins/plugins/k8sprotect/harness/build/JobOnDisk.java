package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.model.FolderForTests;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A job with a folder, and with builds in it. */
@SuppressWarnings("unchecked") // the real API has raw types in its signatures
public final class JobOnDisk extends Job<JobOnDisk, BuildOnDisk> {
    private final Path root;
    private final List<BuildOnDisk> builds = new CopyOnWriteArrayList<>();

    private JobOnDisk(ItemGroup<?> folder, String name, Path root) {
        super(folder, name);
        this.root = root;
    }

    /**
     * A new job.
     *
     * @param fullName such as {@code team/deploy}: a job in the folder {@code team}
     * @param jobs where jobs have their folders
     */
    public static JobOnDisk in(Path jobs, String fullName) {
        int slash = fullName.lastIndexOf('/');
        ItemGroup<?> folder = slash < 0 ? null : new FolderForTests(fullName.substring(0, slash));
        return new JobOnDisk(folder, fullName.substring(slash + 1), jobs.resolve(fullName));
    }

    /** The next build; it is building. */
    public BuildOnDisk newBuild() {
        int number = builds.size() + 1;
        try {
            BuildOnDisk build = new BuildOnDisk(this, number, root.resolve("builds/" + number));
            builds.add(build);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BuildOnDisk getBuildByNumber(int number) {
        return number < 1 || number > builds.size() ? null : builds.get(number - 1);
    }

    @Override
    public BuildOnDisk getLastBuild() {
        return last(b -> true);
    }

    @Override
    public BuildOnDisk getLastCompletedBuild() {
        return last(b -> !b.isBuilding());
    }

    /** Successful are builds that are unstable too, as in Jenkins. */
    @Override
    public BuildOnDisk getLastSuccessfulBuild() {
        return last(b -> !b.isBuilding() && !b.getResult().isWorseThan(Result.UNSTABLE));
    }

    @Override
    public File getRootDir() {
        return root.toFile();
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public void load() {}

    private BuildOnDisk last(Predicate<BuildOnDisk> wanted) {
        return builds.stream().filter(wanted).reduce((first, second) -> second).orElse(null);
    }
}
