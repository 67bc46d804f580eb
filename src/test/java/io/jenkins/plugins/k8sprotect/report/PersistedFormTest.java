package io.jenkins.plugins.k8sprotect.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import hudson.model.JobForTests;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.result.Results;
import io.jenkins.plugins.k8sprotect.engine.result.Timing;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a build's file holds is read by every later version: these names are a format. */
class PersistedFormTest {
    private static final String ROOM = "io.jenkins.plugins.k8sprotect.report.";

    private final JobForTests.Build build = JobForTests.named("deploy").newBuild();
    private final XStream xstream = new XStream();

    @Test
    void theNamesAreThoseOfTheFirstVersion() throws Exception {
        String xml = xstream.toXML(recorded(Results.withWarnings(), "a note"));

        assertThat(names(xml))
                .containsExactlyInAnyOrder(
                        ROOM + "ProtectionAction",
                        ROOM + "RecordedOperation",
                        ROOM + "RecordedFinding",
                        ROOM + "RecordedCount",
                        ROOM + "RecordedTiming",
                        ROOM + "ReservedFolder",
                        "operations",
                        "folders",
                        "leftOut",
                        "key",
                        "folder",
                        "operation",
                        "application",
                        "backupId",
                        "outcome",
                        "startedMillis",
                        "durationMillis",
                        "identity",
                        "cluster",
                        "totals",
                        "failures",
                        "warnings",
                        "expected",
                        "findings",
                        "severity",
                        "code",
                        "object",
                        "message",
                        "counts",
                        "countsLeftOut",
                        "kind",
                        "action",
                        "count",
                        "timings",
                        "phase",
                        "millis",
                        "notes",
                        "files",
                        "notArchived",
                        "string");
        assertThat(xml).contains("<outcome>warning</outcome>", "<severity>attention</severity>");
    }

    @Test
    void whatIsReadBackIsWhatWasSaved() throws Exception {
        ProtectionAction saved = recorded(Results.withWarnings(), "a note");
        ProtectionAction read = reread(saved);
        read.onLoad(build);

        RecordedOperation before = saved.operations().get(0);
        assertThat(read.operations().get(0)).usingRecursiveComparison().isEqualTo(before);
        assertThat(read.getRun()).isSameAs(build);
        assertThat(read.reserve("8", "restore", "shop")).isEqualTo("k8s-protect/restore-shop-2");
    }

    @Test
    void charactersThatXmlCannotHoldDoNotMakeABuildUnreadable() throws Exception {
        String hostile = "a\u0000b\u001b[2J\ud800c\uffffd\ufffe\u0085\u2028";
        Finding finding = Finding.failure("code" + hostile, key("Secret", hostile), hostile);

        RecordedFinding read = reread(recorded(with(List.of(finding), List.of()), hostile))
                .operations()
                .get(0)
                .getFindings()
                .get(0);

        assertThat(read.getMessage()).isEqualTo("a\ufffdb\ufffd[2J\ufffdc\ufffdd\ufffd\ufffd\ufffd");
    }

    @Test
    void aBuildKeepsTheGravestFindingsAndCountsTheRest() throws Exception {
        List<Finding> findings = IntStream.range(0, 100_000)
                .mapToObj(i -> i % 2 == 0
                        ? Finding.attention("w", key("Secret", "s" + i), "x".repeat(5_000))
                        : Finding.expected("e", null, "benign"))
                .collect(Collectors.toList());
        findings.add(Finding.failure("f", null, "the gravest"));
        List<KindCount> counts = IntStream.range(0, 5_000)
                .mapToObj(i -> new KindCount(GroupKind.core("Kind" + i), "captured", 1))
                .toList();

        ProtectionAction action = recorded(with(findings, counts), "n".repeat(100_000));
        RecordedOperation kept = action.operations().get(0);

        assertThat(kept.getFindings()).hasSize(20);
        assertThat(kept.getFindings().get(0).getMessage()).isEqualTo("the gravest");
        assertThat(List.of(kept.getFailures(), kept.getWarnings(), kept.getExpected()))
                .containsExactly(1L, 50_000L, 50_000L);
        assertThat(kept.getCounts()).hasSize(100);
        assertThat(kept.getCountsLeftOut()).isEqualTo(4_900);
        assertThat(kept.getTotals()).isEqualTo(Map.of("captured", 5_000L));
        assertThat(xstream.toXML(action).length()).isLessThan(60_000);
    }

    private ProtectionAction recorded(OperationResult result, String note) throws Exception {
        TaskListener listener = () -> System.out;
        BuildRecorder.record(build, listener, "7", null, result, List.of(note));
        return build.getAction(ProtectionAction.class);
    }

    private ProtectionAction reread(ProtectionAction action) {
        xstream.allowTypesByWildcard(new String[] {ROOM + "*"});
        return (ProtectionAction) xstream.fromXML(xstream.toXML(action));
    }

    private static TreeSet<String> names(String xml) {
        return Pattern.compile("<([A-Za-z.0-9]+)")
                .matcher(xml)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectKey key(String kind, String name) {
        return new ObjectKey(GroupKind.core(kind), "shop", name);
    }

    private static OperationResult with(List<Finding> findings, List<KindCount> counts) {
        OperationResult any = Results.withWarnings();
        return new OperationResult(
                "backup",
                "shop",
                "",
                Outcome.FAILED,
                any.started(),
                1,
                "",
                "",
                counts,
                findings,
                List.of(new Timing("capture", 1)));
    }
}
