package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.k8sprotect.harness.HarnessJenkins;
import io.jenkins.plugins.k8sprotect.harness.build.BuildOnDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jenkins itself only warns, and goes on without what was meant. */
class MisspeltParametersTest {
    @TempDir
    private Path home;

    @Test
    void a_restore_with_a_misspelt_mapping_is_not_one_in_place() throws Exception {
        assertThat(refused("k8sRestore(app: 'shop', cluster: 'prod', storage: 's', mapNamespace: [shop: 'copy'])"))
                .contains("k8sRestore: mapNamespace: no parameter is named so; allowed: mapNamespaces, ");
    }

    @Test
    void a_kubeconfig_with_a_misspelt_context_is_not_its_current_one() throws Exception {
        assertThat(refused("""
                k8sRestore(app: 'shop', storage: 's', cluster: kubeconfig(credentialsId: 'kube', contxt: 'dr'))
                """))
                .contains("cluster: kubeconfig(…): contxt: no parameter is named so; allowed: context, credentialsId");
    }

    @Test
    void an_action_with_a_misspelt_selector_is_not_one_on_other_pods() throws Exception {
        assertThat(refused("""
                k8sHook(cluster: 'prod', namespace: 'shop', action: exec(command: ['sync'], pod: 'db', selectr: 'app=db'))
                """)).contains("k8sHook: action: exec(…): ", "selectr", "allowed: ", "selector");
    }

    @Test
    void what_has_no_name_needs_none() throws Exception {
        assertThat(refused("k8sRestore(app: 'shop', storage: 's', cluster: kubeconfig('no-such'))"))
                .contains("there is no credential 'no-such'")
                .doesNotContain("no parameter");
    }

    private String refused(String script) throws Exception {
        try (HarnessJenkins jenkins = new HarnessJenkins(home)) {
            BuildOnDisk build = jenkins.runner().run(jenkins.job("team/deploy"), script);
            assertThat(build.getResult()).isEqualTo(Result.FAILURE);
            return build.log().text();
        }
    }
}
