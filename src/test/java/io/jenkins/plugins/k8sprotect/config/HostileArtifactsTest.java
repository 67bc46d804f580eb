package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.JobForTests;
import hudson.model.TaskListener;
import hudson.security.ACL;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.ArtifactsForTests;
import jenkins.util.VirtualFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may archive files in a job, or write to an agent's temporary files, chooses what lies there. */
class HostileArtifactsTest {
    private static final BackupId ID = new BackupId("20260301T020000Z-000001");
    private static final String BACKUP = "shop/" + ID + "/";
    private static final String MARKERS = "_catalog/shop/";
    private static final String MARKER =
            MARKERS + "79739698T979999Z-fffffe~" + ID + "~succeeded~0~9~1~" + "0".repeat(64);

    private final JobForTests.Build build = JobForTests.named("nightly").newBuild();
    private Path artifacts;
    private Path written;
    private FilePath temp;
    private StorageSession session;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        artifacts = folder.resolve("artifacts");
        build.with(new ArtifactsForTests(artifacts));
        Path directory = Files.createDirectories(folder.resolve("temp"));
        temp = new FilePath(directory.toFile());
        written = directory.resolve("jenkins-artifacts");
        TaskListener listener = () -> System.out;
        session = new JenkinsArtifacts().open(new OperationSite(build, null, temp, listener, ACL.SYSTEM2));
    }

    @Test
    void whatIsArchivedAsABackupIsBrought() throws Exception {
        archived(BACKUP + "manifest.json");
        archived(MARKER);

        session.beforeReading("shop", "latest");

        assertThat(brought()).containsExactly(MARKER, BACKUP + "manifest.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..\\..\\evil", "a\\b", ".hidden", "evil name", "~", "index.JSONL", "C:evil", "a\u0000b"})
    void aFileNameThatNoBackupHasStopsTheRestore(String name) throws Exception {
        VirtualFile hostile = new NamedFile(name);
        BackupArtifacts backups = new BackupArtifacts(new Tree(MARKER, List.of(hostile)));

        assertThatThrownBy(() -> backups.copy(backups.list("shop").get(0), temp))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("which is no file of a backup; nothing was restored");
        assertThat(brought()).isEmpty();
    }

    @Test
    void aSymbolicLinkAmongTheArtifactsIsNotFollowed() throws Exception {
        archived(MARKER);
        Path secret = Files.writeString(folder.resolve("secret"), "password");
        Files.createDirectories(artifacts.resolve("k8s-protect/backups/" + BACKUP));
        Files.createSymbolicLink(artifacts.resolve("k8s-protect/backups/" + BACKUP + "manifest.json"), secret);

        assertThatThrownBy(() -> session.beforeReading("shop", "latest"))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("'manifest.json'");
    }

    @Test
    void aFolderAmongTheFilesStopsTheRestore() throws Exception {
        archived(MARKER);
        archived(BACKUP + "manifest.json/inner");

        assertThatThrownBy(() -> session.beforeReading("shop", "latest")).isInstanceOf(AbortException.class);
    }

    @Test
    void whatIsNoMarkerIsNoBackup() throws Exception {
        archived(BACKUP + "manifest.json");
        archived(MARKERS + "79739698T979999Z-fffffe~..~succeeded~0~9~1~" + "0".repeat(64));
        archived(MARKERS + "x");

        assertThatThrownBy(() -> session.beforeReading("shop", "latest"))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("holds such a backup");
    }

    @Test
    void aLargeFileGoesThroughInPieces() throws Exception {
        Large large = new Large(96L << 20);
        BackupArtifacts backups = new BackupArtifacts(new Tree(MARKER, List.of(large)));

        backups.copy(backups.list("shop").get(0), new FilePath(written.toFile()));

        assertThat(written.resolve(BACKUP + "resources-001.tar.zst")).hasSize(96L << 20);
        assertThat(large.mostAtOnce).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aSymbolicLinkInTheDirectoryIsNotArchived() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "password");
        write(MARKER);
        Files.createDirectories(written.resolve(BACKUP));
        Files.createSymbolicLink(written.resolve(BACKUP + "manifest.json"), secret);

        assertThatThrownBy(() -> session.afterWriting("shop", ID.value()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("manifest.json is a symbolic link or no file: the backup was not archived");
        assertThat(artifacts).doesNotExist();
    }

    @Test
    void aFolderThatIsASymbolicLinkIsNotArchived() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("manifest.json"), "password");
        write(MARKER);
        Files.createDirectories(written.resolve("shop"));
        Files.createSymbolicLink(written.resolve("shop/" + ID), elsewhere);

        assertThatThrownBy(() -> session.afterWriting("shop", ID.value()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a symbolic link or no folder");
        assertThat(artifacts).doesNotExist();
    }

    @Test
    void aDirectoryThatIsASymbolicLinkIsNotArchived() throws Exception {
        write(MARKER);
        write(BACKUP + "manifest.json");
        Files.move(written, folder.resolve("elsewhere"));
        Files.createSymbolicLink(written, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> session.afterWriting("shop", ID.value()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jenkins-artifacts is a symbolic link or no folder");
    }

    @Test
    void aStrangersFileInTheDirectoryIsNotArchived() throws Exception {
        write(MARKER);
        write(BACKUP + "manifest.json");
        write(BACKUP + "Evil");

        assertThatThrownBy(() -> session.afterWriting("shop", ID.value()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Evil is no file of a backup");
    }

    @Test
    void onlyTheBackupThatWasWrittenIsArchived() throws Exception {
        String other = "20260302T020000Z-000002";
        write(MARKER);
        write(MARKER.replace(ID.value(), other).replace("79739698T979999Z-fffffe", "79739697T979999Z-fffffd"));
        write(BACKUP + "manifest.json");
        write("shop/" + other + "/manifest.json");
        write(",incoming/half");

        session.afterWriting("shop", ID.value());

        assertThat(new ArtifactsForTests(artifacts).names())
                .containsExactly("k8s-protect/backups/" + MARKER, "k8s-protect/backups/" + BACKUP + "manifest.json");
    }

    private void archived(String key) throws IOException {
        put(artifacts.resolve("k8s-protect/backups").resolve(key));
    }

    private void write(String key) throws IOException {
        put(written.resolve(key));
    }

    private static void put(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private List<String> brought() throws IOException {
        try (Stream<Path> all = Files.exists(written) ? Files.walk(written) : Stream.empty()) {
            return all.filter(Files::isRegularFile)
                    .map(p -> written.relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }

    /** A file of any name, as a foreign artifact manager could give it. */
    private static class NamedFile extends VirtualFile {
        private static final long serialVersionUID = 1;
        private final String name;

        NamedFile(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public VirtualFile child(String child) {
            return new NamedFile(child);
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public boolean isFile() {
            return true;
        }

        @Override
        public boolean isDirectory() {
            return false;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public InputStream open() throws IOException {
            return InputStream.nullInputStream();
        }

        @Override
        public VirtualFile[] list() {
            return new VirtualFile[0];
        }
    }

    /** A build's artifacts with one marker and these files as its backup. */
    private static final class Tree extends NamedFile {
        private static final long serialVersionUID = 1;
        private final String marker;
        private final transient List<VirtualFile> files;

        Tree(String marker, List<VirtualFile> files) {
            super("");
            this.marker = marker;
            this.files = files;
        }

        @Override
        public VirtualFile child(String child) {
            return child.equals("_catalog") ? new Tree(marker, null) : this;
        }

        @Override
        public VirtualFile[] list() {
            return files == null
                    ? new VirtualFile[] {new NamedFile(marker.substring(MARKERS.length()))}
                    : files.toArray(VirtualFile[]::new);
        }
    }

    /** A segment that is made while it is read, and remembers how much was asked for at once. */
    private static final class Large extends NamedFile {
        private static final long serialVersionUID = 1;
        private final long size;
        private int mostAtOnce;

        Large(long size) {
            super("resources-001.tar.zst");
            this.size = size;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long left = size;

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] to, int from, int length) {
                    mostAtOnce = Math.max(mostAtOnce, length);
                    if (left == 0) {
                        return -1;
                    }
                    int n = (int) Math.min(left, length);
                    left -= n;
                    return n;
                }
            };
        }
    }
}
