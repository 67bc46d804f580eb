package io.jenkins.plugins.k8sprotect.engine.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.app.ManifestParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.Catalogues;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import org.junit.jupiter.api.Test;

class ManifestCheckTest {
    private static final String HERE = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n";
    private static final String SAME = "{apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: shop}}\n";
    private static final String OTHER = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: bank}}\n";
    private static final String NOWHERE = "{apiVersion: v1, kind: Namespace, metadata: {name: d}}\n";

    private static ManifestCheck check(HookOptions options, String... documents) {
        return new ManifestCheck(
                        "policy.yaml",
                        "shop",
                        options,
                        Catalogues.listable(
                                new ResourceType(GroupKind.core("ConfigMap"), "v1", "configmaps", true),
                                new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false)))
                .of(ManifestParser.parse(String.join("---\n", documents), "policy.yaml"));
    }

    private static void assertRefused(HookOptions options, String document, String said) {
        ManifestCheck check = check(options, HERE, document);

        assertThat(check.mistakes()).hasSize(1);
        Finding mistake = check.mistakes().get(0);
        assertThat(mistake.severity()).isEqualTo(Finding.Severity.FAILURE);
        assertThat(mistake.message()).startsWith("policy.yaml:3: ").contains(said);
    }

    @Test
    void whatNamesNoNamespaceGoesToTheHooks() {
        ManifestCheck check = check(HookOptions.defaults(), HERE, SAME);

        assertThat(check.mistakes()).isEmpty();
        assertThat(check.ready())
                .extracting(r -> r.line() + " " + r.key())
                .containsExactly("1 ConfigMap shop/a", "3 ConfigMap shop/b");
    }

    @Test
    void anotherNamespaceMustBeAllowed() {
        assertRefused(HookOptions.defaults(), OTHER, "metadata.namespace is bank, and the hook's is shop");
        assertRefused(HookOptions.defaults().allowing(false, true), OTHER, "must be allowed explicitly");
        assertThat(check(HookOptions.defaults().allowing(true, false), OTHER).mistakes())
                .isEmpty();
    }

    @Test
    void whatLivesInNoNamespaceMustBeAllowed() {
        assertRefused(HookOptions.defaults(), NOWHERE, "Namespace d: lives in no namespace; that must be allowed");
        assertRefused(HookOptions.defaults().allowing(true, false), NOWHERE, "lives in no namespace");
        assertThat(check(HookOptions.defaults().allowing(false, true), NOWHERE)
                        .ready()
                        .get(0)
                        .key())
                .hasToString("Namespace d");
    }

    @Test
    void aNamespaceOfWhatHasNoneIsAMistakeEvenIfItIsAllowed() {
        assertRefused(
                HookOptions.defaults().allowing(true, true),
                "{apiVersion: v1, kind: Namespace, metadata: {name: d, namespace: shop}}",
                "metadata.namespace names shop; leave it out");
    }

    @Test
    void aKindThatIsNotServedIsNamed() {
        assertRefused(
                HookOptions.defaults(),
                "{apiVersion: example.org/v1, kind: Policy, metadata: {name: p}}",
                "Policy p: the cluster serves no example.org/v1 Policy");
        assertRefused(
                HookOptions.defaults(), "{apiVersion: v2, kind: ConfigMap, metadata: {name: p}}", "no v2 ConfigMap");
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        assertThat(check(HookOptions.defaults(), OTHER, NOWHERE, HERE).mistakes())
                .hasSize(2);
    }
}
