package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountRuleTest {
    private final RuleTester rule = new RuleTester(new ServiceAccountRule());

    @Test
    void tokenSecretsThatTheClusterMadeAreDropped() {
        rule.becomes(
                account(
                        "web",
                        "",
                        ", 'secrets': [{'name': 'web-token-abc12'}, {'name': 'pull'}, {'name': 'web-dockercfg-x'}]"),
                account("web", "", ", 'secrets': [{'name': 'pull'}]"));
        rule.becomes(account("web", "", ", 'secrets': [{'name': 'web-token-abc12'}]"), account("web", "", ""));
    }

    @Test
    void theSecretsOfAnotherAccountAreKept() {
        rule.leaves(account("web", "", ", 'secrets': [{'name': 'db-token-abc12'}]"));
    }

    @Test
    void anUnchangedDefaultAccountIsKeptOut() {
        assertThat(rule.skips(account("default", "", ""))).contains("every namespace");
        assertThat(rule.skips(account("default", "", ", 'secrets': [{'name': 'default-token-abc12'}]")))
                .contains("every namespace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'imagePullSecrets': [{'name': 'registry'}]",
                ", 'secrets': [{'name': 'mine'}]",
                ", 'automountServiceAccountToken': false"
            })
    void aDefaultAccountWithContentOfItsOwnIsRestored(String content) {
        rule.leaves(account("default", "", content));
    }

    @Test
    void aDefaultAccountWithAnAnnotationIsRestored() {
        rule.leaves(account("default", ", 'annotations': {'eks.amazonaws.com/role-arn': 'r'}", ""));
    }

    @Test
    void thePresentTokensStayWhenTheAccountIsReplaced() {
        rule.carriesOver(
                account("web", "", ", 'secrets': [{'name': 'web-token-zzzzz'}]"),
                account("web", "", ""),
                account("web", "", ", 'secrets': [{'name': 'web-token-zzzzz'}]"));
    }

    private static String account(String name, String metadata, String content) {
        return "{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': '" + name + "'" + metadata + "}"
                + content + "}";
    }
}
