package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Item;
import hudson.model.JobForTests;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupReader;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.ReaderOptions;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.pages.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.ArtifactsForTests;
import jenkins.model.JenkinsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

class JenkinsArtifactsTest {
    private static final BackupId OLD = new BackupId("20260301T020000Z-000001");
    private static final BackupId NEW = new BackupId("20260302T020000Z-000002");
    private static final Authentication ALICE = new TestingAuthenticationToken("alice", "");

    private final JenkinsForTests jenkins = JenkinsForTests.install();
    private final JobForTests nightly = JobForTests.named("team/nightly");
    private final JobForTests restore = JobForTests.named("team/restore");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final TaskListener listener = () -> new PrintStream(log, true, StandardCharsets.UTF_8);
    private int temps;

    @TempDir
    private Path folder;

    @BeforeEach
    void addJobs() {
        Run.ARTIFACTS.setEnabled(false);
        jenkins.with(nightly).with(restore);
    }

    @AfterEach
    void removeJenkins() {
        Run.ARTIFACTS.setEnabled(true);
        jenkins.close();
    }

    @Test
    void aBackupIsKeptWithTheBuildThatMadeItAsTheStoreHasIt() throws Exception {
        JobForTests.Build build = build(nightly);

        backup(build, "shop", OLD);

        assertThat(artifacts(build).names())
                .hasSize(4)
                .allMatch(name -> name.startsWith("k8s-protect/backups/"))
                .contains("k8s-protect/backups/shop/" + OLD + "/manifest.json")
                .anyMatch(name -> name.startsWith("k8s-protect/backups/_catalog/shop/") && name.contains(OLD.value()));
    }

    @Test
    void theArtifactsAreAStoreThatIsOpenedWithoutJenkins() throws Exception {
        JobForTests.Build build = build(nightly);
        backup(build, "shop", OLD);

        Path downloaded = artifacts(build).folder().resolve("k8s-protect/backups");
        try (Store store = new StoreLogin.Directory(downloaded.toString()).open()) {
            assertThat(new BackupCatalog(store).latest("shop")).isEqualTo(OLD);
        }
    }

    @Test
    void theLogAndThePageSayHowLongItIsKeptAndWhoCanReadIt() throws Exception {
        StorageSession session = backup(build(nightly), "shop", OLD);

        assertThat(session.notes()).hasSize(2);
        assertThat(session.notes().get(0)).contains("team/nightly #1", "kept as long as that build is");
        assertThat(session.notes().get(1)).startsWith("WARNING").contains("can read what its Secrets hold");
        assertThat(logged()).contains(session.notes());
    }

    @Test
    void aLaterBuildOfTheSameJobRestoresIt() throws Exception {
        backup(build(nightly), "shop", OLD).notes();
        nightly.getLastBuild().finish(Result.SUCCESS);

        assertThat(read(build(nightly), new JenkinsArtifacts(), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(OLD);
        assertThat(logged()).contains("reads backup " + OLD + " of shop from the artifacts of team/nightly #1");
    }

    @Test
    void aBuildsOwnBackupComesFirst() throws Exception {
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);
        JobForTests.Build now = build(nightly);
        backup(now, "shop", NEW);

        assertThat(read(now, new JenkinsArtifacts(), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(NEW);
        assertThat(read(now, new JenkinsArtifacts(), "shop", OLD.value(), ACL.SYSTEM2))
                .isEqualTo(OLD);
    }

    @Test
    void aBackupOfAFailedBuildIsPassedOverLoudlyAndUsedOnRequest() throws Exception {
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.UNSTABLE);
        backup(build(nightly), "shop", NEW);
        nightly.getLastBuild().finish(Result.FAILURE);
        JobForTests.Build now = build(nightly);

        assertThat(read(now, new JenkinsArtifacts(), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(OLD);
        assertThat(logged()).contains("passes over backup " + NEW + " in team/nightly #2", "build: '2'");
        assertThat(read(now, from("", "lastCompleted"), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(NEW);
        assertThat(read(now, from("", "2"), "shop", "latest", ACL.SYSTEM2)).isEqualTo(NEW);
    }

    @Test
    void aBuildWithoutTheBackupIsPassedOver() throws Exception {
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);
        build(nightly).finish(Result.SUCCESS);

        assertThat(read(build(nightly), new JenkinsArtifacts(), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(OLD);
    }

    @Test
    void whatIsNowhereIsToldWithWhereItWasLookedFor() {
        build(nightly).finish(Result.SUCCESS);
        JobForTests.Build now = build(nightly);

        assertThatThrownBy(() -> read(now, new JenkinsArtifacts(), "shop", "latest", ACL.SYSTEM2))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("builds of team/nightly that ended well holds such a backup: a backup of shop");
        assertThatThrownBy(() -> read(now, from("", "1"), "shop", OLD.value(), ACL.SYSTEM2))
                .isInstanceOf(AbortException.class)
                .hasMessage("jenkinsArtifacts: team/nightly #1 holds no such backup: backup " + OLD + " of shop");
        assertThatThrownBy(() -> read(now, from("", "77"), "shop", "latest", ACL.SYSTEM2))
                .isInstanceOf(AbortException.class)
                .hasMessage("jenkinsArtifacts: build: team/nightly has no build #77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "/team/nightly", "../team/nightly"})
    void anotherJobIsReadAsTheIdentityOfTheBuild(String path) throws Exception {
        jenkins.grant("alice", Item.READ);
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);

        assertThat(read(build(restore), from(path, ""), "shop", "latest", ALICE))
                .isEqualTo(OLD);
    }

    @Test
    void aForbiddenJobAndOneThatIsNotThereGetTheSameAnswer() throws Exception {
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);

        String forbidden = answer("nightly", ALICE);

        assertThat(forbidden)
                .isEqualTo("jenkinsArtifacts: job: there is no job 'nightly', or this build may not read it;"
                        + " it reads as alice, who needs Job/Read there");
        assertThat(answer("absent", ALICE)).isEqualTo(forbidden.replace("nightly", "absent"));
        assertThat(answer("../team/nightly", ALICE)).isEqualTo(forbidden.replace("nightly", "../team/nightly"));
    }

    @Test
    void withoutABuildIdentityAnotherJobIsReadAsAnyoneWhoIsLoggedIn() throws Exception {
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);

        assertThat(answer("nightly", ACL.SYSTEM2)).contains("it reads as authenticated");

        jenkins.grant("authenticated", Item.READ);
        assertThat(read(build(restore), from("nightly", ""), "shop", "latest", ACL.SYSTEM2))
                .isEqualTo(OLD);
    }

    @Test
    void artifactsThatNeedAPermissionOfTheirOwnNeedItFromAnotherJob() throws Exception {
        Run.ARTIFACTS.setEnabled(true);
        jenkins.grant("alice", Item.READ);
        backup(build(nightly), "shop", OLD);
        nightly.getLastBuild().finish(Result.SUCCESS);

        assertThat(answer("nightly", ALICE))
                .isEqualTo("jenkinsArtifacts: team/nightly #1: alice may not read its artifacts;"
                        + " needs Run/Artifacts there");
        assertThat(read(build(nightly), new JenkinsArtifacts(), "shop", "latest", ALICE))
                .isEqualTo(OLD);

        jenkins.grant("alice", Item.READ, Run.ARTIFACTS);
        assertThat(read(build(restore), from("nightly", ""), "shop", "latest", ALICE))
                .isEqualTo(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "latest", "lastsuccessful", "99999999999999999999", "../3"})
    void aBuildThatIsNoneIsRefusedBeforeAnythingElse(String build) {
        assertThatThrownBy(() -> from("", build).open(site(build(nightly), ACL.SYSTEM2)))
                .isInstanceOf(AbortException.class)
                .hasMessage("jenkinsArtifacts: build: found '" + build
                        + "'; allowed: a build's number, lastSuccessful or lastCompleted");
        assertThat(new JenkinsArtifacts.DescriptorImpl().doCheckBuild(build).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "lastSuccessful", "lastCompleted"})
    void aBuildThatCanBeIsAccepted(String build) {
        assertThat(new JenkinsArtifacts.DescriptorImpl().doCheckBuild(build).kind)
                .isEqualTo(FormValidation.Kind.OK);
    }

    @Test
    void aBackupCannotBeWrittenIntoAnotherBuild() throws Exception {
        StorageSession job = from("nightly", "").open(site(build(restore), ACL.SYSTEM2));
        StorageSession build = from("", "3").open(site(build(restore), ACL.SYSTEM2));

        assertThatThrownBy(() -> job.beforeWriting("shop"))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("job: found 'nightly'")
                .hasMessageContaining("allowed for a backup: jenkinsArtifacts()");
        assertThatThrownBy(() -> build.beforeWriting("shop")).hasMessageContaining("build: found '3'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../shop", "a/b", "", "_catalog"})
    void anApplicationThatCanBeNoneIsRefused(String application) {
        assertThatThrownBy(() -> read(build(nightly), new JenkinsArtifacts(), application, "latest", ACL.SYSTEM2))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("is no application name");
    }

    @Test
    void whatItIsSaysWhereItLooks() {
        assertThat(new JenkinsArtifacts().shown()).isEqualTo("artifacts of this job");
        assertThat(from("nightly", "").shown()).isEqualTo("artifacts of nightly");
        assertThat(from("", "3").shown()).isEqualTo("artifacts of this job, build 3");
    }

    @Test
    void theFormHasAFieldAndAHelpForEachParameter() throws IOException {
        jenkins.with(new JenkinsArtifacts.DescriptorImpl());

        String form = Page.render(from("nightly", "3"), "config.jelly");

        assertThat(form).contains("name=\"job\" value=\"nightly\"", "name=\"build\" value=\"3\"");
        for (String help : List.of("help.html", "help-job.html", "help-build.html")) {
            assertThat(JenkinsArtifacts.class.getResource("JenkinsArtifacts/" + help))
                    .as(help)
                    .isNotNull();
        }
    }

    private String answer(String job, Authentication who) {
        try {
            read(build(restore), from(job, ""), "shop", "latest", who);
            throw new AssertionError(job + " was read");
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    private static JenkinsArtifacts from(String job, String build) {
        JenkinsArtifacts artifacts = new JenkinsArtifacts();
        artifacts.setJob(job);
        artifacts.setBuild(build);
        return artifacts;
    }

    private JobForTests.Build build(JobForTests job) {
        JobForTests.Build build = job.newBuild();
        return build.with(new ArtifactsForTests(
                folder.resolve(job.getFullName().replace('/', '-')).resolve(String.valueOf(build.getNumber()))));
    }

    private static ArtifactsForTests artifacts(JobForTests.Build build) {
        return (ArtifactsForTests) build.getArtifactManager();
    }

    private OperationSite site(JobForTests.Build build, Authentication who) throws IOException {
        Path temp = Files.createDirectories(folder.resolve("temp").resolve(String.valueOf(++temps)));
        return new OperationSite(build, null, new FilePath(temp.toFile()), listener, who);
    }

    private StorageSession backup(JobForTests.Build build, String application, BackupId id) throws Exception {
        StorageSession session = new JenkinsArtifacts().open(site(build, ACL.SYSTEM2));
        session.beforeWriting(application);
        ManifestInfo info = new ManifestInfo(
                new SourceCluster("https://cluster", "", "v1.36.3"),
                new Maker("test", "1"),
                id.time(),
                id.time().plusMillis(1500),
                Outcome.SUCCEEDED,
                List.of(),
                List.of(),
                "");
        try (Store store = session.login().open();
                BackupWriter writer = BackupWriter.begin(store, application, id, WriterOptions.defaults())) {
            writer.commit(info, new Details("", List.of()));
        }
        session.afterWriting(application, id.value());
        return session;
    }

    /** Which backup the engine finds in the storage; it is opened, so that all of it must be there. */
    private BackupId read(
            JobForTests.Build build,
            JenkinsArtifacts storage,
            String application,
            String idOrLatest,
            Authentication who)
            throws Exception {
        StorageSession session = storage.open(site(build, who));
        session.beforeReading(application, idOrLatest);
        try (Store store = session.login().open()) {
            BackupId id = new BackupCatalog(store).resolve(application, idOrLatest);
            try (BackupReader reader = BackupReader.open(store, application, id, ReaderOptions.defaults())) {
                assertThat(reader.index()).isEmpty();
            }
            return id;
        }
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
