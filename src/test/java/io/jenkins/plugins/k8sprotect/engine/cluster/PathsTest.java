package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    @Test
    void pathsAreThoseOfTheApiConcepts() {
        assertThat(Paths.collection(Samples.CONFIG_MAP, "shop")).isEqualTo("/api/v1/namespaces/shop/configmaps");
        assertThat(Paths.collection(Samples.CONFIG_MAP, "")).isEqualTo("/api/v1/configmaps");
        assertThat(Paths.object(Samples.DEPLOYMENT, "shop", "web"))
                .isEqualTo("/apis/apps/v1/namespaces/shop/deployments/web");
        assertThat(Paths.object(Samples.NAMESPACE, "", "shop")).isEqualTo("/api/v1/namespaces/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "system:foo, system%3Afoo",
        "a b, a%20b",
        "a+b, a%2Bb",
        "a/../b, a%2F..%2Fb",
        "a?b#c, a%3Fb%23c",
        "100%, 100%25",
        "é, %C3%A9",
        "web-1.x, web-1.x"
    })
    void aNameIsOnePathSegmentWhateverItHolds(String name, String encoded) {
        assertThat(Paths.object(Samples.CLUSTER_ROLE, "", name))
                .isEqualTo("/apis/rbac.authorization.k8s.io/v1/clusterroles/" + encoded);
    }
}
