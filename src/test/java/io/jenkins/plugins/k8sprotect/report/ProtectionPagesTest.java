package io.jenkins.plugins.k8sprotect.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Item;
import hudson.model.JobForTests;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACLContext;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.result.Timing;
import io.jenkins.plugins.k8sprotect.pages.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jenkins.model.ArtifactsForTests;
import jenkins.model.JenkinsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectionPagesTest {
    private static final String REPORT =
            "/jenkins/job/team/job/deploy/1/artifact/k8s-protect/backup-shop-1/report.html";

    private final JenkinsForTests jenkins = JenkinsForTests.install();
    private final JobForTests.Build build = JobForTests.named("team/deploy").newBuild();
    private final ProtectionAction action = ProtectionAction.of(build);

    @TempDir
    private Path temp;

    @BeforeEach
    void keepArtifacts() {
        build.with(new ArtifactsForTests(temp.resolve("artifacts")));
        Run.ARTIFACTS.setEnabled(false);
    }

    @AfterEach
    void removeJenkins() {
        Run.ARTIFACTS.setEnabled(true);
        jenkins.close();
    }

    @Test
    void theBuildsPageSaysHowEachOperationEnded() throws Exception {
        record(backup(31));
        record(Results.withWarnings());

        assertThat(words(Page.render(action, "summary.jelly")))
                .contains("Backup of shop: succeeded, 31 objects, 12.3 s report.html")
                .contains("Restore of shop: done, with warnings, create 1,206, unchanged 3, 12.3 s (2 warnings)");
    }

    @Test
    void oneObjectIsNotCalledObjects() throws Exception {
        record(backup(1));

        assertThat(words(Page.render(action, "summary.jelly"))).contains("succeeded, 1 object, 12.3 s");
    }

    @Test
    void aBuildWithoutAnOperationShowsNothingOnItsPage() {
        assertThat(Page.render(action, "summary.jelly")).isBlank();
        assertThat(words(Page.render(action, "index.jelly"))).contains("No operation of this build has ended yet.");
    }

    @Test
    void eachOutcomeHasAShapeOfItsOwn() throws Exception {
        for (Outcome outcome : Outcome.values()) {
            record(Results.of("verify", outcome));
        }

        assertThat(action.getOperations())
                .extracting(OperationView::getSymbol)
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(Page.render(action, "index.jelly")).contains("jenkins-!-error-color", "jenkins-!-success-color");
    }

    @Test
    void thePageHasFactsFindingsAndCounts() throws Exception {
        record(Results.withWarnings(), "Kept as long as this build is kept.");

        assertThat(words(Page.render(action, "index.jelly")))
                .contains("Backup 20260131t120000z-7f3a")
                .contains("Started 2026-01-31 12:00:00 UTC")
                .contains("Identity system:serviceaccount:ci:backup")
                .contains("Time by phase open 40 ms, plan 1.3 s, apply 11.1 s")
                .contains("Kept as long as this build is kept.")
                .contains("Warning PersistentVolumeClaim shop/orders-data: data NOT protected")
                .contains("And 1 benign finding: the report and the result list them.")
                .contains("ConfigMap create 1,204")
                .contains("Deployment.apps create 2");
    }

    @Test
    void linksLeadToTheArchivedFiles() throws Exception {
        record(backup(31));

        assertThat(Page.render(action, "summary.jelly")).contains("href=\"" + REPORT + "\"");
        assertThat(Page.render(action, "index.jelly")).contains("href=\"" + REPORT + "\"");
    }

    @Test
    void whoMayNotReadArtifactsIsOfferedNone() throws Exception {
        record(backup(31));
        Run.ARTIFACTS.setEnabled(true);
        jenkins.grant("reader", Item.READ).grant("auditor", Item.READ, Run.ARTIFACTS);

        assertThat(pagesSeenBy("reader")).contains("succeeded").doesNotContain("/artifact/");
        assertThat(pagesSeenBy("auditor")).contains(REPORT);
    }

    @Test
    void namesThatOthersGaveAreTextAndNotMarkup() throws Exception {
        String hostile = "<script>alert('x')</script>\"&";
        ObjectKey object = new ObjectKey(new GroupKind(hostile, hostile), hostile, hostile);
        OperationResult result = new OperationResult(
                "backup" + hostile,
                hostile,
                hostile,
                Outcome.FAILED,
                Instant.EPOCH,
                1,
                hostile,
                hostile,
                List.of(new KindCount(object.groupKind(), hostile, 1)),
                List.of(Finding.failure(hostile, object, "why"), Finding.attention(hostile, null, hostile)),
                List.of(new Timing(hostile, 1)));
        record(result, hostile);

        for (String view : List.of("index.jelly", "summary.jelly")) {
            String html = Page.render(action, view);
            assertThat(html).doesNotContain("<script", hostile).contains("&lt;script&gt;");
        }
    }

    /** For people: {@code target/pages} has what the pages look like. */
    @Test
    void pagesAreWrittenForALook() throws Exception {
        record(backup(31));
        record(Results.withWarnings(), "This backup is kept as long as this build is.");
        record(Results.of(
                "restore",
                Outcome.FAILED,
                Finding.failure("forbidden", Results.ROLE, "may not be created: needs create on clusterroles")));
        record(Results.of("plan", Outcome.ABORTED));
        Path pages = Files.createDirectories(Path.of("target/pages"));

        for (String view : List.of("index", "summary")) {
            Path page = pages.resolve("build-" + view + ".html");
            Files.writeString(page, Page.render(action, view + ".jelly"));
            assertThat(page).isNotEmptyFile();
        }
    }

    private String pagesSeenBy(String user) {
        ACLContext context = JenkinsForTests.as(user);
        try {
            return Page.render(action, "summary.jelly") + Page.render(action, "index.jelly");
        } finally {
            context.close();
        }
    }

    private void record(OperationResult result, String... notes) throws Exception {
        TaskListener listener = () -> System.out;
        Path files = Files.createDirectories(temp.resolve("files"));
        Files.writeString(files.resolve("report.html"), "");
        Files.writeString(files.resolve("result.json"), "");
        String key = String.valueOf(action.operations().size());
        BuildRecorder.record(build, listener, key, new FilePath(files.toFile()), result, List.of(notes));
    }

    private static OperationResult backup(long objects) {
        OperationResult any = Results.of("backup", Outcome.SUCCEEDED);
        return new OperationResult(
                "backup",
                "shop",
                any.backupId(),
                Outcome.SUCCEEDED,
                any.started(),
                any.durationMillis(),
                any.identity(),
                any.cluster(),
                List.of(
                        new KindCount(GroupKind.core("ConfigMap"), "captured", objects),
                        new KindCount(GroupKind.core("Pod"), "made-by-controller", 7)),
                List.of(),
                any.timings());
    }

    /** What a reader sees of it, on one line. */
    private static String words(String html) {
        return html.replaceAll("<style>[^<]*</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace(" :", ":")
                .trim();
    }
}
