package io.jenkins.plugins.k8sprotect.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.app.OnForbidden;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final Refusals refusals = new Refusals();

    @Test
    void thoseOfANamespaceAreToldTogetherAndEachIsNamed() {
        refusals.add("secrets", "shop");
        refusals.add("cronjobs.batch", "shop");
        refusals.add("clusterroles.rbac.authorization.k8s.io", "");

        assertThat(refusals.findings(OnForbidden.ERROR))
                .extracting(Finding::message)
                .containsExactly(
                        "not allowed to list clusterroles.rbac.authorization.k8s.io in the whole cluster; grant it,"
                                + " exclude the kind, or set onForbidden: warn to go on without it",
                        "not allowed to list cronjobs.batch, secrets in namespace shop; grant them, exclude the kinds,"
                                + " or set onForbidden: warn to go on without them");
    }

    @Test
    void whatIsOnlyAWarningSaysWhatIsNotInTheBackup() {
        refusals.add("secrets", "shop");

        assertThat(refusals.findings(OnForbidden.WARN))
                .containsExactly(Finding.attention(
                        "forbidden", null, "not allowed to list secrets in namespace shop; NOT in this backup"));
    }

    @Test
    void nothingRefusedIsNothingToTell() {
        assertThat(refusals.findings(OnForbidden.ERROR)).isEmpty();
    }
}
