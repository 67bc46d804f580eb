package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import jenkins.console.WithConsoleUrl;
import jenkins.model.ArtifactManager;
import jenkins.model.HistoricalBuild;
import jenkins.util.io.OnMaster;
import org.kohsuke.stapler.StaplerProxy;

/** Belongs to its job, has a result and knows the builds before it: tests need that. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint,
                Comparable<RunT>,
                AccessControlled,
                PersistenceRoot,
                DescriptorByNameOwner,
                OnMaster,
                StaplerProxy,
                HistoricalBuild,
                WithConsoleUrl {
    public static final Permission ARTIFACTS = new Permission(null, "Run/Artifacts", null);

    /** Set by tests. */
    ArtifactManager artifacts;

    private final JobT job;
    private Result result;

    protected Run(JobT job) throws IOException {
        this.job = job;
    }

    public JobT getParent() {
        return job;
    }

    public final ArtifactManager getArtifactManager() {
        return artifacts;
    }

    public final synchronized ArtifactManager pickArtifactManager() throws IOException {
        return artifacts;
    }

    public final RunT getPreviousCompletedBuild() {
        for (int number = getNumber() - 1; number > 0; number--) {
            RunT build = job.getBuildByNumber(number);
            if (build != null && !build.isBuilding()) {
                return build;
            }
        }
        return null;
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    public String getUrl() {
        throw new UnsupportedOperationException();
    }

    public int getNumber() {
        throw new UnsupportedOperationException();
    }

    public String getExternalizableId() {
        return job.getFullName() + "#" + getNumber();
    }

    @Override
    public void save() throws IOException {}

    @Override
    public String getDisplayName() {
        return "#" + getNumber();
    }

    public String getFullDisplayName() {
        return job.getFullName() + " " + getDisplayName();
    }

    public Result getResult() {
        return result;
    }

    public void setResult(Result worse) {
        if (result == null || worse.isWorseThan(result)) {
            result = worse;
        }
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ACL getACL() {
        return job.getACL();
    }
}
