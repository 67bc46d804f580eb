package io.jenkins.plugins.k8sprotect.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.JobForTests;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactsForTests;
import jenkins.util.VirtualFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRecorderTest {
    private static final OperationResult BACKUP = Results.of("backup", Outcome.SUCCEEDED);

    private final JobForTests.Build build = JobForTests.named("deploy").newBuild();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TaskListener listener = () -> new PrintStream(log, true, StandardCharsets.UTF_8);
    private ArtifactsForTests artifacts;

    @TempDir
    private Path temp;

    @BeforeEach
    void keepArtifacts() {
        artifacts = new ArtifactsForTests(temp.resolve("artifacts"));
        build.with(artifacts);
    }

    @Test
    void filesThatAreThereAreArchivedUnderTheOperationsName() throws Exception {
        FilePath files = files("report.html", "result.json", "notes.txt");

        String folder = BuildRecorder.record(build, listener, "7", files, BACKUP, List.of());

        assertThat(folder).isEqualTo("k8s-protect/backup-shop-1");
        assertThat(artifacts.names()).containsExactly(folder + "/report.html", folder + "/result.json");
        assertThat(recorded().get(0).getFiles()).containsExactly("report.html", "result.json");
    }

    @Test
    void anOperationWithoutFilesIsShownAllTheSame() throws Exception {
        BuildRecorder.record(build, listener, "7", null, BACKUP, List.of());

        assertThat(recorded()).hasSize(1);
        assertThat(artifacts.names()).isEmpty();
    }

    @Test
    void aSymbolicLinkIsNotFollowedIntoTheArtifacts() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "password");
        FilePath files = files("result.json");
        Files.createSymbolicLink(Path.of(files.child("report.html").getRemote()), secret);

        BuildRecorder.record(build, listener, "7", files, BACKUP, List.of());

        assertThat(artifacts.names()).containsExactly("k8s-protect/backup-shop-1/result.json");
    }

    @Test
    void aFolderThatIsASymbolicLinkHoldsNoFiles() throws Exception {
        Path link = Files.createSymbolicLink(
                temp.resolve("link"), Path.of(files("report.html").getRemote()));

        BuildRecorder.record(build, listener, "7", new FilePath(link.toFile()), BACKUP, List.of());

        assertThat(artifacts.names()).isEmpty();
    }

    @Test
    void branchesOfABuildThatEndTogetherHaveFoldersOfTheirOwnAndOneAction() throws Exception {
        FilePath files = files("result.json");

        IntStream.range(0, 40).parallel().forEach(i -> record(String.valueOf(i), files));

        assertThat(build.getActions(ProtectionAction.class)).hasSize(1);
        assertThat(recorded())
                .extracting(RecordedOperation::getFolder)
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(artifacts.names()).hasSize(40);
    }

    @Test
    void foldersStayApartHoweverManyBranchesAskAtOnce() throws Exception {
        ProtectionAction action = ProtectionAction.of(build);
        Set<String> folders = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> branches = IntStream.range(0, 4)
                .mapToObj(branch -> new Thread(() -> {
                    awaitQuietly(start);
                    for (int i = 0; i < 500; i++) {
                        folders.add(action.reserve(branch + "-" + i, "backup", "shop"));
                    }
                }))
                .toList();
        branches.forEach(Thread::start);
        start.countDown();
        for (Thread branch : branches) {
            branch.join();
        }

        assertThat(folders).hasSize(2_000);
    }

    @Test
    void recordedAgainAfterARestartTheOperationIsThereOnce() throws Exception {
        String before = BuildRecorder.record(build, listener, "7", null, BACKUP, List.of());
        String after = BuildRecorder.record(build, listener, "7", files("result.json"), BACKUP, List.of());

        assertThat(after).isEqualTo(before);
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().get(0).getFiles()).containsExactly("result.json");
    }

    @Test
    void aNameThatLeadsElsewhereIsNoFoldersName() throws Exception {
        OperationResult hostile = named("../../../etc/<b>", "..\\Shop");

        String folder = BuildRecorder.record(build, listener, "7", files("result.json"), hostile, List.of());

        assertThat(folder).isEqualTo("k8s-protect/_________etc__b_-___shop-1");
    }

    @Test
    void filesThatCannotBeArchivedAreToldAndTheOperationIsShown() throws Exception {
        build.with(new FullDisk());

        BuildRecorder.record(build, listener, "7", files("result.json"), BACKUP, List.of());

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("were not archived: no space left on device");
        assertThat(recorded().get(0).getNotArchived()).isEqualTo("no space left on device");
        assertThat(recorded().get(0).getFiles()).isEmpty();
    }

    @Test
    void ofALoopThatNeverEndsTheLastOperationsAreKept() throws Exception {
        for (int i = 0; i < ProtectionAction.MOST + 3; i++) {
            BuildRecorder.record(build, listener, String.valueOf(i), null, BACKUP, List.of());
        }

        assertThat(recorded()).hasSize(ProtectionAction.MOST);
        assertThat(recorded().get(0).getFolder()).endsWith("-4");
        assertThat(build.getAction(ProtectionAction.class).getLeftOut()).isEqualTo(3);
    }

    private static void awaitQuietly(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(String key, FilePath files) {
        try {
            BuildRecorder.record(build, listener, key, files, BACKUP, List.of());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RecordedOperation> recorded() {
        return build.getAction(ProtectionAction.class).operations();
    }

    private FilePath files(String... names) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("files"));
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }
        return new FilePath(folder.toFile());
    }

    private static OperationResult named(String operation, String application) {
        return new OperationResult(
                operation,
                application,
                "",
                Outcome.FAILED,
                BACKUP.started(),
                0,
                "",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private static final class FullDisk extends ArtifactManager {
        @Override
        public void archive(FilePath from, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException {
            throw new IOException("no space left on device");
        }

        @Override
        public VirtualFile root() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onLoad(Run<?, ?> build) {}
    }
}
