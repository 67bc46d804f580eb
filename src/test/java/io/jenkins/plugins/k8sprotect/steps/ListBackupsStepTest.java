package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import io.jenkins.plugins.k8sprotect.engine.store.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                .hasMessageStartingWith("k8sListBackups: storage is missing")
                .hasMessageContaining("storage: 'file:///backups'");
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
    void anS3StorageTakesNoIdentityButThePipelines() {
        ListBackupsStep step = new ListBackupsStep("s3://backups/prod?region=eu-central-1");

        assertThatThrownBy(() -> run(step))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID is not set");
    }

    @Test
    void whatIsSentToTheAgentAndBackSurvivesTheWay() throws Exception {
        backup("shop", OLDER);
        ListBackups sent = copy(new ListBackups(new StorageAccess(url(), Map.of()), "shop"));

        assertThat(copy(sent.invoke(null, null)).backups()).hasSize(1);
    }

    @Test
    void needsAnAgent() {
        assertThat(descriptor.getFunctionName()).isEqualTo("k8sListBackups");
        assertThat(descriptor.getRequiredContext()).isEqualTo(Set.of(FilePath.class, EnvVars.class));
    }

    @Test
    void showsItsArgumentsWithoutWhatMayBeSecret() {
        assertThat(descriptor.argumentsToString(Map.of("storage", "s3://key:secret@bucket/p?token=x", "app", "shop")))
                .isEqualTo("shop in s3://bucket/p");
        assertThat(descriptor.argumentsToString(Map.of("storage", "file:///backups")))
                .isEqualTo("file:///backups");
        assertThat(descriptor.argumentsToString(Map.of())).isNull();
    }

    private List<Map<String, Serializable>> list(String app) throws Exception {
        ListBackupsStep step = new ListBackupsStep(url());
        step.setApp(app);
        return run(step);
    }

    private List<Map<String, Serializable>> run(ListBackupsStep step) throws Exception {
        return ((ListBackupsStep.Execution) step.start(context())).run();
    }

    private FakeStepContext context() {
        return new FakeStepContext()
                .with(FilePath.class, new FilePath(folder.toFile()))
                .with(EnvVars.class, new EnvVars());
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

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
