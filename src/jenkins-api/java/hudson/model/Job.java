package hudson.model;

import hudson.ExtensionPoint;
import jenkins.model.ModelObjectWithChildren;
import jenkins.widgets.HasWidgets;
import org.kohsuke.stapler.StaplerOverridable;

/** Finds completed builds: tests need that. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint, StaplerOverridable, ModelObjectWithChildren, HasWidgets {
    protected Job(ItemGroup a, String b) {
        super(a, b);
    }

    public RunT getBuildByNumber(int a) {
        throw new UnsupportedOperationException();
    }

    public RunT getLastSuccessfulBuild() {
        throw new UnsupportedOperationException();
    }

    public RunT getLastCompletedBuild() {
        RunT last = getLastBuild();
        return last == null || !last.isBuilding() ? last : last.getPreviousCompletedBuild();
    }

    public RunT getLastBuild() {
        throw new UnsupportedOperationException();
    }
}
