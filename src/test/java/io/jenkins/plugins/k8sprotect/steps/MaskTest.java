package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final String KUBECONFIG = """
            users:
            - name: ci
              user:
                token: tok-plain-1
                client-key-data: "a2V5LWRhdGEtMg=="
                auth-provider: {config: {id-token: 'tok-id-3', "refresh-token": "tok-refresh-4"}}
                password: pass word-5
                client-secret: >-
                  folded-7
                exec:
                  env:
                  - {name: SECRET, value: env-secret-6}
            """;

    @Test
    void secrets_of_a_kubeconfig_are_found() {
        Mask mask = Mask.of(new ClusterLogin.Kubeconfig("ci", KUBECONFIG, null, List.of()), null);

        assertThat(mask.text("tok-plain-1 a2V5LWRhdGEtMg== tok-id-3 tok-refresh-4 env-secret-6"))
                .isEqualTo("**** **** **** **** ****");
        assertThat(mask.text("pass word-5 folded-7")).isEqualTo("**** ****");
    }

    @Test
    void secrets_of_a_token_and_of_a_storage_are_known() {
        StoreUrl.S3 url = new StoreUrl.S3("b", "", "", "eu", false);
        Mask mask = Mask.of(
                new ClusterLogin.Token("https://c", "t0ken", null),
                new StoreLogin.S3(url, new StoreCredentials("AKIA", "s3cret", "sess1on")));

        assertThat(mask.text("AKIA s3cret at https://c with t0ken, sess1on"))
                .isEqualTo("AKIA **** at https://c with ****, ****");
    }

    @Test
    void its_own_text_shows_none() {
        assertThat(Mask.of(new ClusterLogin.Token("https://c", "t0ken", null), null)
                        .toString())
                .doesNotContain("t0ken");
    }
}
