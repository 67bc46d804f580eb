package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Backups among the artifacts of a build: a backup is kept with the build that makes it, as long as that build is, and read
 * from any build that the reading one may read. The files lie as in any other storage, under {@code k8s-protect/backups}.
 */
public final class JenkinsArtifacts extends StorageChoice {
    private static final long serialVersionUID = 1;

    private String job = "";
    private String build = "";

    @DataBoundConstructor
    public JenkinsArtifacts() {}

    /** The job to read from, as Jenkins finds it from this build's folder; empty for this build's own. */
    public String getJob() {
        return job;
    }

    @DataBoundSetter
    public void setJob(String job) {
        this.job = job == null ? "" : job.trim();
    }

    /** The build to read from: a number, {@code lastSuccessful} or {@code lastCompleted}; empty to find one. */
    public String getBuild() {
        return build;
    }

    @DataBoundSetter
    public void setBuild(String build) {
        this.build = build == null ? "" : build.trim();
    }

    @Override
    public StorageSession open(OperationSite site) throws AbortException {
        return new ArtifactsSession(site, job, build, WhichBuild.parse(build));
    }

    @Override
    public String shown() {
        if (job.isEmpty() && build.isEmpty()) {
            return "artifacts of this job";
        }
        return "artifacts of " + (job.isEmpty() ? "this job" : job) + (build.isEmpty() ? "" : ", build " + build);
    }

    /** In forms, and as {@code jenkinsArtifacts(…)} in Pipelines and configuration as code. */
    @Extension
    @Symbol("jenkinsArtifacts")
    public static final class DescriptorImpl extends Descriptor<StorageChoice> {
        @Override
        public String getDisplayName() {
            return "Artifacts of a Jenkins build";
        }

        /** Looks at the text alone: whether there is such a build is not told. */
        @POST
        public FormValidation doCheckBuild(@QueryParameter String value) {
            try {
                WhichBuild.parse(value == null ? "" : value.trim());
                return FormValidation.ok();
            } catch (AbortException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
