package io.jenkins.plugins.k8sprotect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupCatalog;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupWriter;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Maker;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.SourceCluster;
import io.jenkins.plugins.k8sprotect.engine.archive.WriterOptions;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.core.Authentication;

/** Backups among real artifacts, read by who may and who may not, with Jenkins' own permissions. */
@WithJenkins
class JenkinsArtifactsPermissionsTest {
    private static final BackupId ID = new BackupId("20260301T020000Z-000001");

    @TempDir
    private Path folder;

    private final MockAuthorizationStrategy rights = new MockAuthorizationStrategy();
    private FreeStyleProject nightly;
    private FreeStyleBuild restore;

    @BeforeEach
    void aBuildWithABackup(JenkinsRule jenkins) throws Exception {
        nightly = jenkins.createFreeStyleProject("nightly");
        restore = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("restore"));
        backup(jenkins.buildAndAssertSuccess(nightly));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        rights.grant(Jenkins.READ).everywhere().toEveryone();
        jenkins.jenkins.setAuthorizationStrategy(rights);
    }

    @Test
    void anotherJobIsReadByWhoMay(JenkinsRule jenkins) throws Exception {
        Authentication alice = User.getById("alice", true).impersonate2();
        rights.grant(Item.READ).onItems(nightly).to("alice");

        assertEquals(ID, read("nightly", alice));
        assertEquals(ID, read("/nightly", alice));
    }

    @Test
    void aJobThatMayNotBeReadAndOneThatIsNotThereGetTheSameAnswer(JenkinsRule jenkins) throws Exception {
        Authentication bob = User.getById("bob", true).impersonate2();
        rights.grant(Item.DISCOVER).onItems(nightly).to("bob");

        String forbidden =
                assertThrows(AbortException.class, () -> read("nightly", bob)).getMessage();
        String absent =
                assertThrows(AbortException.class, () -> read("absent", bob)).getMessage();

        assertEquals(absent.replace("absent", "nightly"), forbidden);
    }

    @Test
    void aBuildWithoutAnIdentityReadsWhatAnyoneWhoIsLoggedInMay(JenkinsRule jenkins) throws Exception {
        String refused = assertThrows(AbortException.class, () -> read("nightly", ACL.SYSTEM2))
                .getMessage();
        assertTrue(refused.contains("it reads as authenticated"), refused);

        rights.grant(Item.READ).onItems(nightly).toAuthenticated();
        assertEquals(ID, read("nightly", ACL.SYSTEM2));
    }

    private StorageSession session(JenkinsArtifacts storage, FreeStyleBuild build, Authentication who)
            throws Exception {
        FilePath temp = new FilePath(Files.createTempDirectory(folder, "temp").toFile());
        return storage.open(new OperationSite(build, null, temp, TaskListener.NULL, who));
    }

    private BackupId read(String job, Authentication who) throws Exception {
        JenkinsArtifacts storage = new JenkinsArtifacts();
        storage.setJob(job);
        StorageSession session = session(storage, restore, who);
        session.beforeReading("shop", "latest");
        try (Store store = session.login().open()) {
            return new BackupCatalog(store).latest("shop");
        }
    }

    private void backup(FreeStyleBuild build) throws Exception {
        StorageSession session = session(new JenkinsArtifacts(), build, ACL.SYSTEM2);
        session.beforeWriting("shop");
        ManifestInfo info = new ManifestInfo(
                new SourceCluster("https://cluster", "", "v1.36.3"),
                new Maker("test", "1"),
                ID.time(),
                ID.time().plusMillis(1500),
                Outcome.SUCCEEDED,
                List.of(),
                List.of(),
                "");
        try (Store store = session.login().open();
                BackupWriter writer = BackupWriter.begin(store, "shop", ID, WriterOptions.defaults())) {
            writer.commit(info, new Details("", List.of()));
        }
        session.afterWriting("shop", ID.value());
    }
}
