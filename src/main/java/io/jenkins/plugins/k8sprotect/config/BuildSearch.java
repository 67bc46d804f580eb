package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.util.function.Consumer;

/** Finds the build of a job that holds a backup. */
final class BuildSearch {
    /** Builds looked into: each may be a request to where artifacts are kept. */
    static final int MOST = 100;

    /** Whether artifacts may be read. */
    interface Permission {
        void check(Run<?, ?> build) throws AbortException;
    }

    private final Job<?, ?> job;
    private final Permission permission;
    private final Consumer<String> log;

    /** @param log told of newer backups that are passed over, since nobody expects that */
    BuildSearch(Job<?, ?> job, Permission permission, Consumer<String> log) {
        this.job = job;
        this.permission = permission;
        this.log = log;
    }

    /** @throws AbortException that says in which builds it is not */
    FoundBackup find(WhichBuild which, Wanted wanted) throws IOException {
        return which.rule() == WhichBuild.Rule.NUMBER
                ? numbered(which.number(), wanted)
                : newest(which.rule() == WhichBuild.Rule.LAST_SUCCESSFUL, wanted);
    }

    private FoundBackup numbered(int number, Wanted wanted) throws IOException {
        Run<?, ?> build = job.getBuildByNumber(number);
        if (build == null) {
            throw new AbortException("jenkinsArtifacts: build: " + job.getFullName() + " has no build #" + number);
        }
        FoundBackup found = look(build, wanted);
        if (found == null) {
            throw new AbortException(
                    "jenkinsArtifacts: " + build.getFullDisplayName() + " holds no such backup: " + wanted);
        }
        return found;
    }

    private FoundBackup newest(boolean successful, Wanted wanted) throws IOException {
        Run<?, ?> build = job.getLastCompletedBuild();
        for (int looked = 0; build != null && looked < MOST; looked++) {
            FoundBackup found = look(build, wanted);
            if (found != null && (!successful || isSuccessful(build))) {
                return found;
            }
            if (found != null) {
                log.accept("passes over backup " + found.entry().id() + " in " + build.getFullDisplayName()
                        + ", because that build ended as " + build.getResult() + "; build: '" + build.getNumber()
                        + "' or build: 'lastCompleted' would use it");
            }
            build = build.getPreviousCompletedBuild();
        }
        throw new AbortException("jenkinsArtifacts: none of the last " + MOST + " builds of " + job.getFullName()
                + " that ended" + (successful ? " well" : "") + " holds such a backup: " + wanted
                + (successful ? "; build: 'lastCompleted' looks into builds that failed, too" : ""));
    }

    private FoundBackup look(Run<?, ?> build, Wanted wanted) throws IOException {
        permission.check(build);
        return FoundBackup.in(build, wanted);
    }

    private static boolean isSuccessful(Run<?, ?> build) {
        Result result = build.getResult();
        return result != null && !result.isWorseThan(Result.UNSTABLE);
    }
}
