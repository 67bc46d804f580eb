package io.jenkins.plugins.k8sprotect.engine.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRuleTest {
    private static final String GENERATED =
            "'controller-uid': 'u', 'batch.kubernetes.io/controller-uid': 'u', 'job-name': 'j', 'batch.kubernetes.io/job-name': 'j'";
    private static final String SELECTOR = "'selector': {'matchLabels': {'batch.kubernetes.io/controller-uid': 'u'}}, ";

    private final RuleTester rule = new RuleTester(new JobRule());

    @Test
    void theGeneratedSelectorAndLabelsAreDropped() {
        rule.becomes(
                job(
                        "'labels': {'app': 'x', 'controller-uid': 'u'}, ",
                        SELECTOR,
                        "'metadata': {'labels': {'app': 'x', " + GENERATED + "}}, "),
                job("'labels': {'app': 'x'}, ", "", "'metadata': {'labels': {'app': 'x'}}, "));
        rule.becomes(
                job("", SELECTOR, "'metadata': {'labels': {" + GENERATED + "}}, "), job("", "", "'metadata': {}, "));
    }

    @Test
    void aSelectorThatAUserWroteStays() {
        rule.leaves(job(
                "",
                "'manualSelector': true, 'selector': {'matchLabels': {'job-name': 'j'}}, ",
                "'metadata': {'labels': {'job-name': 'j'}}, "));
    }

    @Test
    void labelsThatTheServerShowsForMissingOnesAreDropped() {
        rule.becomes(
                job(
                        "'labels': {'app': 'x', " + GENERATED + "}, ",
                        SELECTOR,
                        "'metadata': {'labels': {'app': 'x', " + GENERATED + "}}, "),
                job("", "", "'metadata': {'labels': {'app': 'x'}}, "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Complete", "Failed", "Suspended"})
    void aJobIsRestoredWhetherItHadFinishedOrNot(String condition) {
        rule.leaves(withCondition(condition));
    }

    @Test
    void aReplacementNamesTheGeneratedSelectorOfThePresentJobSinceItIsImmutable() {
        String live = job("", SELECTOR, "'metadata': {'labels': {" + GENERATED + "}}, ");

        rule.carriesOver(live, job("", "", "'metadata': {}, "), live);
        rule.carriesOver(live, job("", "", ""), live);
    }

    @Test
    void aSelectorThatTheBackupHoldsWins() {
        String mine = job("", "'manualSelector': true, 'selector': {'matchLabels': {'mine': 'x'}}, ", "");

        rule.carriesOver(job("", SELECTOR, ""), mine, mine);
    }

    private static String withCondition(String type) {
        return job("", "", "")
                .replace("'spec'", "'status': {'conditions': [{'type': '" + type + "', 'status': 'True'}]}, 'spec'");
    }

    private static String job(String metadata, String spec, String template) {
        return "{'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {" + metadata + "'name': 'j'}, 'spec': {" + spec
                + "'template': {" + template + "'spec': {}}}}";
    }
}
