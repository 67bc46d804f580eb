package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.app.OnForbidden;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupId;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupStepTest {
    private final BackupStep.DescriptorImpl descriptor = new BackupStep.DescriptorImpl();

    @Test
    void the_short_form_is_enough() throws Exception {
        BackupStep step = new BackupStep("k8s/shop.yaml", "prod", "backups");

        OperationExecution execution = (OperationExecution) step.start(new FakeStepContext());

        assertThat(execution.arguments().timeoutMinutes()).isEqualTo(240);
        assertThat(execution.arguments().app().kind()).isEqualTo(AppSource.Kind.FILE);
        assertThat(execution.arguments().cluster().shown()).isEqualTo("prod");
        assertThat(execution.arguments().storage().shown()).isEqualTo("backups");
        assertThat(BackupId.isId(
                        execution.arguments().begin(java.time.Clock.systemUTC()).backupId()))
                .isTrue();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        BackupStep step = new BackupStep("", null, 7);
        step.setOnForbidden("ignore");
        step.setTimeoutMinutes(0);
        step.setFailOn("never");
        step.setUnstableOn("always");

        assertThatThrownBy(() -> step.start(new FakeStepContext()))
                .hasMessageStartingWith("k8sBackup: 7 parameters cannot be used")
                .hasMessageContaining("app: found nothing; allowed: the definition's file in the workspace")
                .hasMessageContaining("cluster: found nothing; allowed: the name of a cluster, kubeconfig(…)")
                .hasMessageContaining("storage: found Integer; allowed: the name of a storage, s3(…)")
                .hasMessageContaining("onForbidden: found 'ignore'; allowed: '', 'error', 'warn'")
                .hasMessageContaining("timeoutMinutes: found 0; allowed: a whole number of minutes, at least 1")
                .hasMessageContaining("failOn: found 'never'; allowed: 'error', 'warning'")
                .hasMessageContaining("unstableOn: found 'always'; allowed: '', 'warning', 'error'");
    }

    @ParameterizedTest
    @CsvSource({
        "k8s/shop.yaml,                       FILE",
        "shop,                                FILE",
        "'apiVersion: protect.k8s.jenkins.io/v1\nkind: Application', DEFINITION",
        "'\nkind: Application\nspec: {}\n',   DEFINITION",
        "'{\"apiVersion\": \"x\"}',           DEFINITION",
    })
    void app_is_a_file_or_the_definition_itself(String app, AppSource.Kind kind) throws Exception {
        assertThat(AppSource.definition(app).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"'', ERROR, ERROR", "'', WARN, WARN", "warn, ERROR, WARN", "error, WARN, ERROR"})
    void on_forbidden_takes_the_place_of_what_the_definition_says(
            String given, OnForbidden defined, OnForbidden expected) throws Exception {
        Application app = ApplicationParser.parse(
                "{apiVersion: protect.k8s.jenkins.io/v1, kind: Application, metadata: {name: shop}, spec: {namespaces: [shop],"
                        + " onForbidden: " + defined.name().toLowerCase(java.util.Locale.ROOT) + "}}",
                "shop.yaml");
        BackupStep step = new BackupStep("shop.yaml", "prod", "backups");
        step.setOnForbidden(given);

        OperationExecution execution = (OperationExecution) step.start(new FakeStepContext());

        Application asked = ((BackupArguments) execution.arguments()).forbidding(app);
        assertThat(asked.onForbidden()).isEqualTo(expected);
        assertThat(asked.source()).isEqualTo(app.source());
    }

    @Test
    void its_arguments_are_shown_as_names() {
        UninstantiatedDescribable inline =
                new UninstantiatedDescribable("kubeconfig", null, Map.of("credentialsId", "kube-prod"));
        assertThat(descriptor.argumentsToString(
                        Map.of("app", "k8s/shop.yaml", "cluster", "prod", "storage", "backups")))
                .isEqualTo("k8s/shop.yaml from prod to backups");
        assertThat(descriptor.argumentsToString(Map.of("app", "kind: x\nspec: y", "cluster", inline)))
                .isEqualTo("from kubeconfig(…)");
        assertThat(descriptor.argumentsToString(Map.of())).isNull();
    }

    @Test
    void the_form_shows_the_defaults() {
        BackupStep step = new BackupStep("shop.yaml", "prod", "backups");

        assertThat(step.getFailOn()).isEqualTo("error");
        assertThat(step.getUnstableOn()).isEmpty();
        assertThat(step.getOnForbidden()).isEmpty();
        assertThat(descriptor.doFillFailOnItems().get(0).value).isEqualTo(step.getFailOn());
        assertThat(descriptor.doFillUnstableOnItems().get(0).value).isEqualTo(step.getUnstableOn());
        assertThat(descriptor.doFillOnForbiddenItems().get(0).value).isEqualTo(step.getOnForbidden());
        assertThat(descriptor.choices(step).getCluster().shown()).isEqualTo("prod");
        assertThat(descriptor.choices(null).getCluster()).isNull();
    }
}
