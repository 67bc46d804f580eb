package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jenkins.util.BuildListenerAdapter;

/**
 * Artifacts for the time of one operation. The engine works on a directory of the machine that it runs on; a backup is
 * brought there before it reads, and archived from there after it wrote.
 */
final class ArtifactsSession implements StorageSession {
    private final OperationSite site;
    private final String job;
    private final String build;
    private final WhichBuild which;
    private final FilePath directory;
    private List<String> notes = List.of();

    ArtifactsSession(OperationSite site, String job, String build, WhichBuild which) {
        this.site = site;
        this.job = job;
        this.build = build;
        this.which = which;
        this.directory = site.temp().child("jenkins-artifacts");
    }

    @Override
    public StoreLogin login() {
        return new StoreLogin.Directory(directory.getRemote());
    }

    @Override
    public void beforeReading(String application, String idOrLatest) throws IOException, InterruptedException {
        FoundBackup found = find(wanted(application, idOrLatest));
        say("reads backup " + found.entry().id() + " of " + application + " from the artifacts of "
                + found.build().getFullDisplayName());
        found.artifacts().copy(found.entry(), directory);
    }

    private static Wanted wanted(String application, String idOrLatest) throws AbortException {
        try {
            return Wanted.of(application, idOrLatest);
        } catch (BackupException e) {
            throw new AbortException("jenkinsArtifacts: " + e.getMessage());
        }
    }

    private FoundBackup find(Wanted wanted) throws IOException {
        if (job.isEmpty() && build.isEmpty()) {
            FoundBackup here = FoundBackup.in(site.run(), wanted);
            if (here != null) {
                return here;
            }
        }
        SourceJob source = SourceJob.find(job, site.run(), site.who());
        Job<?, ?> from = source.job();
        return new BuildSearch(from, source::mayReadArtifacts, this::say).find(which, wanted);
    }

    @Override
    public void beforeWriting(String application) throws AbortException {
        if (!job.isEmpty() || !build.isEmpty()) {
            throw new AbortException("jenkinsArtifacts: " + (job.isEmpty() ? "build" : "job") + ": found '"
                    + (job.isEmpty() ? build : job)
                    + "', but a backup is kept with the build that makes it; allowed for a backup: jenkinsArtifacts()");
        }
    }

    @Override
    public void afterWriting(String application, String backupId) throws IOException, InterruptedException {
        List<String> files = directory.act(new WrittenBackup(application, new BackupId(backupId)));
        Map<String, String> artifacts =
                files.stream().collect(Collectors.toMap(f -> BackupArtifacts.FOLDER + f, Function.identity()));
        Run<?, ?> run = site.run();
        notes = List.of(
                "The backup is among the artifacts of " + run.getFullDisplayName()
                        + ", and kept as long as that build is:"
                        + " \"Keep this build forever\" keeps it from being discarded.",
                "WARNING: the backup is not encrypted: whoever may read this build's artifacts can read what its Secrets"
                        + " hold.");
        run.pickArtifactManager().archive(directory, null, BuildListenerAdapter.wrap(site.listener()), artifacts);
        notes.forEach(this::say);
    }

    /** A backup is brought here when it is asked for, out of builds of which there may be thousands. */
    @Override
    public boolean isListable() {
        return false;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    private void say(String line) {
        site.listener().getLogger().println("k8s-protect: " + line);
    }
}
