package io.jenkins.plugins.k8sprotect.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.model.FreeStyleBuild;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pages of a build in a real Jenkins, and what is left of them after it was loaded again. */
@WithJenkins
class BuildPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    private Path folder;

    @Test
    void theBuildsPageLinksTheOperationAndItsFiles(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = recorded(jenkins);

        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.getPage(build);
            assertTrue(page.asNormalizedText().contains("Backup of shop: done, with warnings, 31 objects, 12.3 s"));
            HtmlPage own = page.getAnchorByHref("/jenkins/" + build.getUrl() + "k8s-protect/")
                    .click();
            assertTrue(own.asNormalizedText().contains("data NOT protected"));
            assertEquals(
                    200,
                    own.getAnchorByText("result.json").click().getWebResponse().getStatusCode());
        }
    }

    @Test
    void aNameIsNoMarkup(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = recorded(jenkins);

        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            String html = client.getPage(build, "k8s-protect/").getWebResponse().getContentAsString();
            assertFalse(html.contains(HOSTILE));
            assertTrue(html.contains("&lt;script&gt;"));
        }
    }

    @Test
    void aBuildThatIsLoadedAgainShowsTheSame(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = recorded(jenkins);
        build.reload();

        OperationView operation =
                build.getAction(ProtectionAction.class).getOperations().get(0);
        assertEquals("done, with warnings, 31 objects, 12.3 s", operation.getWords());
        assertEquals(1, operation.getLinks().size());
    }

    private FreeStyleBuild recorded(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        Files.writeString(folder.resolve("result.json"), "{}");
        ObjectKey claim = new ObjectKey(GroupKind.core("PersistentVolumeClaim"), "shop", HOSTILE);
        OperationResult result = new OperationResult(
                "backup",
                "shop",
                "20260131T120000Z-7f3a01",
                Outcome.WARNING,
                Instant.parse("2026-01-31T12:00:00Z"),
                12_345,
                "ci",
                "https://10.0.0.1:6443",
                List.of(new KindCount(GroupKind.core("ConfigMap"), "captured", 31)),
                List.of(Finding.attention("data-not-protected", claim, "data NOT protected")),
                List.of(new Timing("capture", 12_000)));
        BuildRecorder.record(
                build, TaskListener.NULL, "7", new FilePath(folder.toFile()), result, List.of("Kept with this build."));
        return build;
    }
}
