package io.jenkins.plugins.k8sprotect.engine.app;

import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.CLUSTER_ROLE;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.CONFIG_MAP;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.CRON_JOB;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.DEPLOYMENT;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.EVENT;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.NAMESPACE;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.SECRET;
import static io.jenkins.plugins.k8sprotect.engine.app.SampleObjects.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.app.Decision.Verdict;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void withoutRulesEverythingInTheNamespacesIsPart() {
        Selection selection = selection("namespaces: [shop, shop-db]");

        assertIncluded(selection, object(SECRET, "shop", "db"), "in namespace shop");
        assertIncluded(selection, object(DEPLOYMENT, "shop-db", "db"), "in namespace shop-db");
        assertNotSelected(selection, object(SECRET, "other", "db"), "namespace other is none of the application's");
    }

    @Test
    void theNamespacesThemselvesArePartWhateverTheRules() {
        Selection selection = selection("""
            namespaces: [shop]
            include: [{kinds: [Secret]}]\
            """);

        assertIncluded(selection, object(NAMESPACE, "", "shop"), "Namespace of the application");
        assertNotSelected(selection, object(NAMESPACE, "", "other"), "no clusterScoped rule matches");
        assertThat(selection.mayWant(NAMESPACE)).isTrue();
    }

    @Test
    void clusterScopedObjectsArePartByAnExplicitRuleAlone() {
        Selection all = selection("namespaces: [shop]");
        Selection some = selection("""
            namespaces: [shop]
            include: [{kinds: ["*"]}]
            clusterScoped: [{kinds: [ClusterRole], names: [shop-*]}]\
            """);

        assertNotSelected(all, object(CLUSTER_ROLE, "", "shop-reader"), "no clusterScoped rule matches");
        assertThat(all.mayWant(CLUSTER_ROLE)).isFalse();
        assertIncluded(some, object(CLUSTER_ROLE, "", "shop-reader"), "spec.clusterScoped[0]");
        assertNotSelected(some, object(CLUSTER_ROLE, "", "reader"), "no clusterScoped rule matches");
        assertThat(some.mayWant(CLUSTER_ROLE)).isTrue();
    }

    @Test
    void conditionsAreAndRulesAreOr() {
        Selection selection = selection("""
            namespaces: [shop, shop-db]
            include:
            - {kinds: [Secret, ConfigMap], names: [db-*], labels: app=shop, namespaces: [shop]}
            - {kinds: [CronJob]}\
            """);
        Map<String, String> shop = Map.of("app", "shop");

        assertIncluded(selection, object(SECRET, "shop", "db-1", shop), "spec.include[0]");
        assertIncluded(selection, object(CRON_JOB, "shop-db", "any"), "spec.include[1]");
        assertNotSelected(selection, object(DEPLOYMENT, "shop", "db-1", shop), "no include rule matches");
        assertNotSelected(selection, object(SECRET, "shop", "web", shop), "no include rule matches");
        assertNotSelected(selection, object(SECRET, "shop", "db-1"), "no include rule matches");
        assertNotSelected(selection, object(SECRET, "shop-db", "db-1", shop), "no include rule matches");
    }

    @Test
    void excludesWin() {
        Selection selection = selection("""
            namespaces: [shop]
            include: [{kinds: [Secret]}, {labels: app=shop}]
            exclude: [{kinds: [Secret], names: [tmp-*]}]
            clusterScoped: [{kinds: [ClusterRole]}]\
            """);

        Decision decision = selection.decide(object(SECRET, "shop", "tmp-1", Map.of("app", "shop")));

        assertThat(decision.verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(decision.reason()).isEqualTo("spec.exclude[0]");
        assertThat(decision.rules()).extracting(Rule::where).containsExactly("spec.exclude[0]");
    }

    @Test
    void allRulesThatMatchedAreNamedSoThatOneThatNeverDidIsKnown() {
        Selection selection = selection("""
            namespaces: [shop]
            include: [{kinds: [Secret]}, {labels: app=shop}, {names: [x]}]\
            """);

        Decision decision = selection.decide(object(SECRET, "shop", "db", Map.of("app", "shop")));

        assertThat(decision.rules()).extracting(Rule::where).containsExactly("spec.include[0]", "spec.include[1]");
    }

    @Test
    void theExcludeLabelLeavesAnyObjectOut() {
        Selection selection = selection("""
            namespaces: [shop]
            clusterScoped: [{kinds: [ClusterRole]}]\
            """);
        Map<String, String> out = Map.of("k8s-protect.jenkins.io/exclude", "true");

        for (ObjectHeader object : new ObjectHeader[] {
            object(SECRET, "shop", "db", out), object(CLUSTER_ROLE, "", "x", out), object(NAMESPACE, "", "shop", out)
        }) {
            Decision decision = selection.decide(object);
            assertThat(decision.verdict()).isEqualTo(Verdict.EXCLUDED);
            assertThat(decision.reason()).isEqualTo("label k8s-protect.jenkins.io/exclude");
        }
        assertThat(selection
                        .decide(object(SECRET, "shop", "db", Map.of("k8s-protect.jenkins.io/exclude", "false")))
                        .included())
                .isTrue();
    }

    @Test
    void anExcludedNamespaceIsOutWithAllThatIsInIt() {
        Selection selection = selection("""
            namespaces: [shop-*]
            exclude: [{namespaces: [shop-test]}]\
            """);

        assertThat(selection.wantsNamespace("shop-test")).isFalse();
        assertThat(selection.wantsNamespace("shop-db")).isTrue();
        assertThat(selection.decide(object(NAMESPACE, "", "shop-test")).verdict())
                .isEqualTo(Verdict.EXCLUDED);
        assertThat(selection.decide(object(SECRET, "shop-test", "a")).verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(selection.mayWant(SECRET, "shop-test")).isFalse();
    }

    @Test
    void globsForceListingTheNamespacesAndPlainNamesDoNot() {
        Selection plain = selection("namespaces: [shop, shop-db, shop]");
        Selection globs = selection("namespaces: [shop, team-*]");

        assertThat(plain.needsNamespaceList()).isFalse();
        assertThat(plain.explicitNamespaces()).containsExactly("shop", "shop-db");
        assertThat(globs.needsNamespaceList()).isTrue();
        assertThat(globs.explicitNamespaces()).containsExactly("shop");
        assertThat(globs.wantsNamespace("team-a")).isTrue();
        assertThat(globs.wantsNamespace("teams")).isFalse();
    }

    @Test
    void onlyTypesThatCanBePartNeedListing() {
        Selection selection = selection("""
            namespaces: [shop, shop-db]
            include: [{kinds: [Secret, Event]}, {kinds: [ConfigMap], namespaces: [shop]}]
            exclude: [{kinds: [Event]}, {kinds: [Secret], names: [x]}]\
            """);

        assertThat(selection.mayWant(SECRET)).isTrue();
        assertThat(selection.mayWant(DEPLOYMENT)).isFalse();
        assertThat(selection.mayWant(EVENT)).isFalse();
        assertThat(selection.mayWant(CONFIG_MAP, "shop")).isTrue();
        assertThat(selection.mayWant(CONFIG_MAP, "shop-db")).isFalse();
        assertThat(selection.mayWant(SECRET, "other")).isFalse();
    }

    @Test
    void withoutNamespacesThereIsNothingNamespaced() {
        Selection selection = selection("clusterScoped: [{kinds: [ClusterRole]}]");

        assertThat(selection.mayWant(SECRET)).isFalse();
        assertThat(selection.mayWant(NAMESPACE)).isFalse();
        assertThat(selection.mayWant(CLUSTER_ROLE)).isTrue();
        assertThat(selection.explicitNamespaces()).isEmpty();
    }

    private static void assertIncluded(Selection selection, ObjectHeader object, String reason) {
        assertThat(selection.decide(object).verdict()).isEqualTo(Verdict.INCLUDED);
        assertThat(selection.decide(object).reason()).isEqualTo(reason);
    }

    private static void assertNotSelected(Selection selection, ObjectHeader object, String reason) {
        assertThat(selection.decide(object).verdict()).isEqualTo(Verdict.NOT_SELECTED);
        assertThat(selection.decide(object).reason()).isEqualTo(reason);
    }

    private static Selection selection(String spec) {
        return Selection.of(Definitions.read(spec));
    }
}
