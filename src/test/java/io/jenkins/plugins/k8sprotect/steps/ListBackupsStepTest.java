package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListBackupsStepTest {

    private final ListBackupsStep.DescriptorImpl descriptor = new ListBackupsStep.DescriptorImpl();

    @TempDir
    private Path workspace;

    @Test
    void aMissingStorageIsNamedAtOnceWithWhatToWrite() {
        assertThatThrownBy(() -> new ListBackupsStep(null).start(context()))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("k8sListBackups: storage is missing")
                .hasMessageContaining("storage: 'file:///backups'");
    }

    @Test
    void anEmptyApplicationMeansAllOfThem() {
        ListBackupsStep step = new ListBackupsStep("file:///backups");
        step.setApp("  ");

        assertThat(step.getApp()).isNull();
    }

    @Test
    void returnsWhatTheCatalogueHas() throws Exception {
        assertThat(execution(ListBackupsStepTest::one).run())
                .containsExactly(Map.of("app", "shop", "storage", "file:///backups"));
    }

    @Test
    void whatItReturnsSurvivesTheWayFromTheAgent() throws Exception {
        Listing listing = new ListBackups(ListBackupsStepTest::one, "file:///backups", "shop").invoke(null, null);

        assertThat(((Listing) copy(listing)).backups()).isEqualTo(listing.backups());
    }

    @Test
    void aFailureOnTheAgentNamesTheStorageWithoutItsQuery() {
        BackupCatalogue broken = (storage, app) -> {
            throw new IOException("bucket does not exist");
        };

        assertThatThrownBy(() -> new ListBackupsStep.Execution(context(), broken, "s3://b/p?secret=x", "shop").run())
                .isInstanceOf(AbortException.class)
                .hasMessage("k8sListBackups: s3://b/p: bucket does not exist");
    }

    @Test
    void needsAnAgent() {
        assertThat(descriptor.getFunctionName()).isEqualTo("k8sListBackups");
        assertThat(descriptor.getRequiredContext()).isEqualTo(java.util.Set.of(FilePath.class));
    }

    @Test
    void showsItsArgumentsWithoutWhatMayBeSecret() {
        assertThat(descriptor.argumentsToString(Map.of("storage", "s3://key:secret@bucket/p?token=x", "app", "shop")))
                .isEqualTo("shop in s3://bucket/p");
        assertThat(descriptor.argumentsToString(Map.of("storage", "file:///backups")))
                .isEqualTo("file:///backups");
        assertThat(descriptor.argumentsToString(Map.of())).isNull();
    }

    private static List<Map<String, Serializable>> one(String storage, String app) {
        return List.of(new LinkedHashMap<>(Map.of("app", app, "storage", storage)));
    }

    private ListBackupsStep.Execution execution(BackupCatalogue catalogue) {
        return new ListBackupsStep.Execution(context(), catalogue, "file:///backups", "shop");
    }

    private FakeStepContext context() {
        return new FakeStepContext().with(FilePath.class, new FilePath(workspace.toFile()));
    }

    private static Object copy(Serializable object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
