package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.config.OperationSite;
import io.jenkins.plugins.k8sprotect.config.StorageChoice;
import io.jenkins.plugins.k8sprotect.config.StorageSession;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListBackupsStepTest {

    private static final BackupId OLDER = new BackupId("20260301T020000Z-000001");
    private static final BackupId NEWER = new BackupId("20260302T020000Z-000002");

    private final ListBackupsStep.DescriptorImpl descriptor = new ListBackupsStep.DescriptorImpl();

    @TempDir
    private Path folder;

    @Test
    void aMissingStorageIsNamedAtOnceWithWhatToWrite() {
        assertThatThrownBy(() -> new ListBackupsStep(null).start(context()))
                .isInstanceOf(AbortException.class)
                .hasMessage("k8sListBackups: storage: found nothing; allowed: the name of a storage, s3(…),"
                        + " directory(…) or jenkinsArtifacts()");
    }

    @Test
    void anEmptyApplicationMeansAllOfThem() throws Exception {
        backup("shop", OLDER);
        backup("bank", NEWER);

        assertThat(list("  ")).extracting(row -> row.get("app")).containsExactly("bank", "shop");
    }

    @Test
    void listsAnApplicationsBackupsNewestFirst() throws Exception {
        backup("shop", OLDER);
        backup("shop", NEWER);
        backup("bank", NEWER);

        assertThat(list("shop")).extracting(row -> row.get("id")).containsExactly(NEWER.value(), OLDER.value());
    }

    @Test
    void aRowSaysWhatTheCatalogKnows() throws Exception {
        backup("shop", OLDER);

        assertThat(list("shop").get(0))
                .containsEntry("time", "2026-03-01T02:00:00Z")
                .containsEntry("outcome", "succeeded")
                .containsEntry("objects", 0L)
                .containsEntry("durationMillis", 1500L)
                .containsOnlyKeys("app", "id", "time", "outcome", "objects", "storedBytes", "durationMillis");
    }

    @Test
    void anEmptyStorageHasNoBackups() throws Exception {
        assertThat(list("shop")).isEmpty();
    }

    @Test
    void whatIsSentToTheAgentAndBackSurvivesTheWay() throws Exception {
        backup("shop", OLDER);
        ListBackups sent = Copies.of(new ListBackups(new StoreLogin.Directory(folder.toString()), "shop"));

        assertThat(Copies.of(sent.call()).backups()).hasSize(1);
    }

    @Test
    void runsOnTheControllerTooWhereAnAdministratorAllowsTheStorage() {
        assertThat(descriptor.getFunctionName()).isEqualTo("k8sListBackups");
        assertThat(descriptor.getRequiredContext()).isEqualTo(Set.of(Run.class, TaskListener.class));
    }

    @Test
    void showsItsArgumentsWithoutWhatIsNested() {
        UninstantiatedDescribable s3 = new UninstantiatedDescribable("s3", null, Map.of("bucket", "b"));
        assertThat(descriptor.argumentsToString(Map.of("storage", s3, "app", "shop")))
                .isEqualTo("shop in s3(…)");
        assertThat(descriptor.argumentsToString(Map.of("storage", "backups"))).isEqualTo("in backups");
        assertThat(descriptor.argumentsToString(Map.of())).isNull();
    }

    private List<Map<String, Serializable>> list(String app) throws Exception {
        ListBackupsStep step = new ListBackupsStep(new DirectoryAt(folder));
        step.setApp(app);
        return run(step);
    }

    private List<Map<String, Serializable>> run(ListBackupsStep step) throws Exception {
        return ((ListBackupsStep.Execution) step.start(context())).run();
    }

    private FakeStepContext context() {
        return new FakeStepContext()
                .with(
                        FilePath.class,
                        new FilePath(
                                new FakeChannel(), folder.resolve("workspace").toString()))
                .with(EnvVars.class, new EnvVars())
                .with(TaskListener.class, new FakeLog());
    }

    private String url() {
        return "file://" + folder;
    }

    private void backup(String application, BackupId id) {
        ManifestInfo info = new ManifestInfo(
                new SourceCluster("https://cluster", "", "v1.36.3"),
                new Maker("test", "1"),
                id.time(),
                id.time().plusMillis(1500),
                Outcome.SUCCEEDED,
                List.of(),
                List.of(),
                "");
        try (Store store = Stores.open(StoreUrl.parse(url()), null);
                BackupWriter writer = BackupWriter.begin(store, application, id, WriterOptions.defaults())) {
            writer.commit(info, new Details("", List.of()));
        }
    }

    /** A storage in a directory. */
    private static final class DirectoryAt extends StorageChoice {
        private static final long serialVersionUID = 1;

        private final String path;

        DirectoryAt(Path path) {
            this.path = path.toString();
        }

        @Override
        public StorageSession open(OperationSite site) {
            return () -> new StoreLogin.Directory(path);
        }

        @Override
        public String shown() {
            return path;
        }
    }
}
