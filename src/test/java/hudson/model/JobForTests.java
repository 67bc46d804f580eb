package hudson.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.ArtifactManager;

/** A job that keeps the builds it made. */
@SuppressWarnings("unchecked") // AbstractItem names its parent by the raw type, as Jenkins does.
public final class JobForTests extends Job<JobForTests, JobForTests.Build> {
    private final List<Build> builds = new ArrayList<>();

    private JobForTests(ItemGroup<?> folder, String name) {
        super(folder, name);
    }

    /** A job by its full name, such as {@code team/deploy}. */
    public static JobForTests named(String fullName) {
        int slash = fullName.lastIndexOf('/');
        return slash < 0
                ? new JobForTests(null, fullName)
                : new JobForTests(new FolderForTests(fullName.substring(0, slash)), fullName.substring(slash + 1));
    }

    /** The next build. */
    public Build newBuild() {
        try {
            Build build = new Build(this, builds.size() + 1);
            builds.add(build);
            return build;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Build getBuildByNumber(int number) {
        return number < 1 || number > builds.size() ? null : builds.get(number - 1);
    }

    @Override
    public Build getLastBuild() {
        return getBuildByNumber(builds.size());
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public void load() {
        throw new UnsupportedOperationException();
    }

    /** A build that is under way until {@link #finish}. */
    public static final class Build extends Run<JobForTests, Build> {
        private final int number;
        private boolean building = true;

        private Build(JobForTests job, int number) throws IOException {
            super(job);
            this.number = number;
        }

        /** Ends it. */
        public Build finish(Result result) {
            setResult(result);
            building = false;
            return this;
        }

        /** What {@link #getArtifactManager} returns. */
        public Build with(ArtifactManager manager) {
            artifacts = manager;
            return this;
        }

        @Override
        public int getNumber() {
            return number;
        }

        @Override
        public boolean isBuilding() {
            return building;
        }

        @Override
        public String getUrl() {
            return "job/" + getParent().getFullName().replace("/", "/job/") + "/" + number + "/";
        }

        @Override
        public int compareTo(Build that) {
            return Integer.compare(number, that.number);
        }
    }
}
