package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that are about any object, and the small ones. */
class MetadataRulesTest {
    private static final String OWNERS =
            "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'web', 'uid': 'there'},"
                    + " {'apiVersion': 'example.com/v1', 'kind': 'Widget', 'name': 'gone', 'uid': 'gone'}";

    @Test
    void whatTheServerAloneSetsIsDroppedAndTheRestStays() {
        new RuleTester(new ServerOwnedMetadata()).becomes("""
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'shop', 'generateName': 'a-',
                 'uid': 'u', 'resourceVersion': '7', 'generation': 3, 'creationTimestamp': '2026-01-01T00:00:00Z',
                 'deletionTimestamp': null, 'deletionGracePeriodSeconds': 30, 'selfLink': '/a', 'managedFields': [],
                 'labels': {'app': 'web'}, 'annotations': {}, 'finalizers': ['example.com/hold'], 'ownerReferences': []}}""", """
                {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'shop', 'generateName': 'a-',
                 'labels': {'app': 'web'}, 'finalizers': ['example.com/hold']}}""");
    }

    @Test
    void aReferenceToAnOwnerThatIsNotRestoredIsDroppedAndTold() {
        RuleTester rule =
                new RuleTester(new OwnerReferences(), new RuleContext.Facts(Map.of(), Set.of("there"), kind -> false));

        rule.becomes(owned(OWNERS), owned(OWNERS.substring(0, OWNERS.indexOf("},") + 1)));
        assertThat(rule.tells(owned(OWNERS)).code()).isEqualTo("owner-not-in-backup");
        assertThat(rule.tells(owned(OWNERS)).severity()).isEqualTo(Finding.Severity.EXPECTED);
        assertThat(rule.tells(owned(OWNERS)).message()).contains("Widget gone").doesNotContain("Deployment");
    }

    @Test
    void withoutAnyOwnerLeftTheFieldGoes() {
        new RuleTester(new OwnerReferences())
                .becomes(owned(OWNERS), "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a'}}");
    }

    @Test
    void inPlaceEveryOwnerIsThere() {
        new RuleTester(new OwnerReferences(), RuleContext.Facts.inPlace(kind -> false)).leaves(owned(OWNERS));
    }

    @Test
    void statusIsDroppedWhereAControllerWritesIt() {
        new RuleTester(new StatusRule()).becomes(widget(", 'status': {'phase': 'Ready'}"), widget(""));
    }

    @Test
    void statusIsKeptWhereItIsPlainContentOfACustomResource() {
        RuleTester rule = new RuleTester(new StatusRule(), new RuleContext.Facts(Map.of(), Set.of(), kind -> true));

        rule.leaves(widget(", 'status': {'phase': 'Ready'}"));
        rule.becomes(
                "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'a'}, 'status': {}}",
                "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'a'}}");
    }

    @Test
    void whatTheClusterMakesItselfIsKeptOut() {
        RuleTester rule = new RuleTester(new SystemObjects());

        assertThat(rule.skips("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'kube-root-ca.crt',"
                        + " 'namespace': 'shop'}}"))
                .contains("every namespace");
        rule.leaves("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'shop'}}");
    }

    @Test
    void theRulesOfAnAggregatedClusterRoleAreLeftToItsCollector() {
        RuleTester rule = new RuleTester(new AggregatedClusterRole());
        String aggregation = ", 'aggregationRule': {'clusterRoleSelectors': []}";

        rule.becomes(role(aggregation + ", 'rules': [{'verbs': ['get']}]"), role(aggregation));
        rule.leaves(role(", 'rules': [{'verbs': ['get']}]"));
        rule.carriesOver(
                role(", 'rules': [{'verbs': ['get']}]"),
                role(aggregation),
                role(aggregation + ", 'rules': [{'verbs': ['get']}]"));
    }

    @Test
    void aControllersOwnNotesAreDroppedAndStayOnAPresentObject() {
        RuleTester rule = new RuleTester(new ControllerAnnotations());
        String noted = deployment("'annotations': {'deployment.kubernetes.io/revision': '4', 'mine': 'x'}, ");
        String plain = deployment("'annotations': {'mine': 'x'}, ");

        rule.becomes(noted, plain);
        rule.becomes(deployment("'annotations': {'deployment.kubernetes.io/revision': '4'}, "), deployment(""));
        rule.carriesOver(noted, plain, noted);
    }

    private static String owned(String references) {
        return "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'ownerReferences': [" + references
                + "]}}";
    }

    private static String widget(String more) {
        return "{'apiVersion': 'example.com/v1', 'kind': 'Widget', 'metadata': {'name': 'a'}" + more + "}";
    }

    private static String role(String more) {
        return "{'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'ClusterRole', 'metadata': {'name': 'a'}" + more
                + "}";
    }

    private static String deployment(String metadata) {
        return "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {" + metadata + "'name': 'web'}}";
    }
}
