package io.jenkins.plugins.k8sprotect.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.k8sprotect.config.DirectoryStorage;
import io.jenkins.plugins.k8sprotect.config.JenkinsArtifacts;
import io.jenkins.plugins.k8sprotect.config.KubeconfigCluster;
import io.jenkins.plugins.k8sprotect.config.NamedCluster;
import io.jenkins.plugins.k8sprotect.config.NamedStorage;
import io.jenkins.plugins.k8sprotect.config.S3Storage;
import io.jenkins.plugins.k8sprotect.config.TokenCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the Snippet Generator writes is what a person would. */
@WithJenkins
class SnippetTest {
    @Test
    void namesAreWrittenAsNamesAndReadAgain(JenkinsRule jenkins) throws Exception {
        SnippetizerTester tester = new SnippetizerTester(jenkins);

        tester.assertRoundTrip(
                new BackupStep("k8s/shop.yaml", "prod", "backups"),
                "k8sBackup app: 'k8s/shop.yaml', cluster: 'prod', storage: 'backups'");
        tester.assertRoundTrip(
                new BackupStep("k8s/shop.yaml", new NamedCluster("prod"), new NamedStorage("backups")),
                "k8sBackup app: 'k8s/shop.yaml', cluster: 'prod', storage: 'backups'");
    }

    @Test
    void aRestoreIsWrittenWithWhatDiffersFromTheDefaults(JenkinsRule jenkins) throws Exception {
        RestoreStep step = new RestoreStep("shop", "dr", "backups");
        step.setMapNamespaces(new LinkedHashMap<>(Map.of("shop", "shop-staging")));
        step.setExclude(List.of("Secret"));
        step.setPlan(true);

        new SnippetizerTester(jenkins)
                .assertRoundTrip(
                        step,
                        "k8sRestore app: 'shop', cluster: 'dr', exclude: ['Secret'],"
                                + " mapNamespaces: [shop: 'shop-staging'], plan: true, storage: 'backups'");
    }

    @Test
    void choicesAreWrittenByTheirSymbols(JenkinsRule jenkins) {
        KubeconfigCluster admin = new KubeconfigCluster("kube");
        admin.setContext("admin");
        S3Storage s3 = new S3Storage("backups", "keys");
        s3.setRegion("eu-central-1");

        assertEquals(
                "k8sBackup app: 'a.yaml', cluster: kubeconfig(context: 'admin', credentialsId: 'kube'),"
                        + " storage: s3(bucket: 'backups', credentialsId: 'keys', region: 'eu-central-1')",
                Snippetizer.object2Groovy(new BackupStep("a.yaml", admin, s3)));
        assertEquals(
                "k8sBackup app: 'a.yaml', cluster: token(credentialsId: 'token', server: 'https://10.0.0.1:6443'),"
                        + " storage: jenkinsArtifacts()",
                Snippetizer.object2Groovy(new BackupStep(
                        "a.yaml", new TokenCluster("https://10.0.0.1:6443", "token"), new JenkinsArtifacts())));
        assertEquals(
                "k8sBackup app: 'a.yaml', cluster: kubeconfig('kube'), storage: directory('/var/backups')",
                Snippetizer.object2Groovy(
                        new BackupStep("a.yaml", new KubeconfigCluster("kube"), new DirectoryStorage("/var/backups"))));
    }

    @Test
    void anActionIsWrittenByItsSymbol(JenkinsRule jenkins) throws Exception {
        ExecChoice sync = new ExecChoice(List.of("sync"));
        sync.setSelector("app=db");
        ApplyChoice policy = new ApplyChoice();
        policy.setFile("policy.yaml");
        SnippetizerTester tester = new SnippetizerTester(jenkins);

        tester.assertRoundTrip(
                new HookStep("prod", "shop", sync),
                "k8sHook action: exec(command: ['sync'], selector: 'app=db'), cluster: 'prod', namespace: 'shop'");
        tester.assertRoundTrip(
                new HookStep("prod", "shop", policy),
                "k8sHook action: apply(file: 'policy.yaml'), cluster: 'prod', namespace: 'shop'");
    }

    @Test
    void whatTheFormSendsIsRead(JenkinsRule jenkins) throws Exception {
        JSONObject form = described(RestoreStep.class)
                .element("app", "shop")
                .element("backup", "latest")
                .element("cluster", described(NamedCluster.class).element("name", "dr"))
                .element(
                        "storage",
                        described(S3Storage.class)
                                .element("bucket", "backups")
                                .element("credentialsId", "keys")
                                .element("prefix", "")
                                .element("region", "")
                                .element("endpoint", "")
                                .element("pathStyle", ""))
                .element("plan", false)
                .element("mapNamespaces", "shop=shop-staging\n")
                .element("exclude", "")
                .element("conflict", "replace")
                .element("timeoutMinutes", "240")
                .element("failOn", "error")
                .element("unstableOn", "");

        new SnippetizerTester(jenkins)
                .assertGenerateSnippet(
                        form.toString(),
                        "k8sRestore app: 'shop', cluster: 'dr', mapNamespaces: [shop: 'shop-staging'],"
                                + " storage: s3(bucket: 'backups', credentialsId: 'keys')",
                        null);
    }

    @Test
    void theReferenceOfTheStepsIsWritten(JenkinsRule jenkins) throws Exception {
        SnippetizerTester.assertDocGeneration(BackupStep.class);
        SnippetizerTester.assertDocGeneration(RestoreStep.class);
        SnippetizerTester.assertDocGeneration(HookStep.class);
        SnippetizerTester.assertDocGeneration(ListBackupsStep.class);
    }

    private static JSONObject described(Class<?> type) {
        return new JSONObject().element("stapler-class", type.getName()).element("$class", type.getName());
    }
}
