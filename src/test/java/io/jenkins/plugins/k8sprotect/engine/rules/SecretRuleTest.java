package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretRuleTest {
    private static final String NAME = "'kubernetes.io/service-account.name': 'web'";
    private static final String UID = "'kubernetes.io/service-account.uid': 'u1'";

    private final RuleTester rule = new RuleTester(new SecretRule());

    @Test
    void aTokenThatTheClusterMadeIsKeptOut() {
        assertThat(rule.skips(token("web-token-abc12", NAME + ", " + UID, "'token': 'eA=='")))
                .contains("web");
    }

    @Test
    void aHandMadeTokenComesBackEmptyToBeFilledForTheNewAccount() {
        rule.becomes(
                token(
                        "mine",
                        NAME + ", " + UID,
                        "'token': 'eA==', 'ca.crt': 'eA==', 'namespace': 'eA==', 'extra': 'eA=='"),
                token("mine", NAME, "'extra': 'eA=='"));
        rule.becomes(
                token("mine", NAME + ", " + UID, "'token': 'eA=='"),
                token("mine", NAME, "'token': 'eA=='").replace(", 'data': {'token': 'eA=='}", ""));
    }

    @Test
    void anyOtherSecretStaysAsItIs() {
        rule.leaves("{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'web-token-abc12'}, 'type': 'Opaque',"
                + " 'data': {'token': 'eA=='}}");
    }

    @Test
    void aFilledTokenStaysFilledWhenTheSecretIsReplaced() {
        rule.carriesOver(
                token("mine", NAME + ", 'kubernetes.io/service-account.uid': 'u2'", "'token': 'bmV3', 'extra': 'old'"),
                token("mine", NAME, "'extra': 'eA=='"),
                token(
                        "mine",
                        NAME + ", 'kubernetes.io/service-account.uid': 'u2'",
                        "'extra': 'eA==', 'token': 'bmV3'"));
    }

    private static String token(String name, String annotations, String data) {
        return "{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': '" + name + "', 'annotations': {"
                + annotations + "}}, 'type': 'kubernetes.io/service-account-token', 'data': {" + data + "}}";
    }
}
