package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookOptions;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;

class HookStepTest {
    private final HookStep.DescriptorImpl descriptor = new HookStep.DescriptorImpl();

    @Test
    void a_command_is_not_repeated_and_what_is_applied_is() throws Exception {
        ApplyChoice apply = new ApplyChoice();
        apply.setFile("policy.yaml");

        assertThat(start(exec("app=db", "sync")).arguments().isRepeatable()).isFalse();
        assertThat(start(apply).arguments().isRepeatable()).isTrue();
        assertThat(start(apply).arguments().manifestFile()).isEqualTo("policy.yaml");
    }

    @Test
    void it_has_half_an_hour() throws Exception {
        assertThat(start(exec("app=db", "sync")).arguments().timeoutMinutes()).isEqualTo(30);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        ExecChoice exec = new ExecChoice(null);
        exec.setSelector("app=db");
        exec.setTarget("any");

        assertThatThrownBy(() -> new HookStep(null, "Shop", exec).start(new FakeStepContext()))
                .hasMessageStartingWith("k8sHook: 4 parameters cannot be used")
                .hasMessageContaining("cluster: found nothing")
                .hasMessageContaining("namespace: found 'Shop'; allowed: the name of a namespace")
                .hasMessageContaining("action.target: found 'any'; allowed: 'all', 'one'")
                .hasMessageContaining("action.command: found no program");
    }

    @Test
    void without_an_action_it_says_which_there_are() {
        assertThatThrownBy(() -> start(null))
                .hasMessage("k8sHook: action: found nothing; allowed: exec(selector: 'app=db', command: ['sync']) or"
                        + " apply(file: 'policy.yaml')");
    }

    @Test
    void what_is_applied_is_a_file_or_a_text_that_can_be_read() {
        ApplyChoice both = new ApplyChoice();
        both.setFile("policy.yaml");
        both.setManifest("kind: x");
        ApplyChoice broken = new ApplyChoice();
        broken.setManifest("kind: [");

        assertThatThrownBy(() -> start(new ApplyChoice()))
                .hasMessageContaining("action.file and action.manifest: found neither");
        assertThatThrownBy(() -> start(both)).hasMessageContaining("action.file and action.manifest: found both");
        assertThatThrownBy(() -> start(broken)).hasMessageContaining("action.manifest: manifest:");
    }

    @Test
    void every_parameter_of_a_command_reaches_the_engine() {
        ExecChoice exec = new ExecChoice(List.of("sync", "-f"));
        exec.setPod(" db-0 ");
        exec.setContainer("postgres");
        exec.setTarget("one");

        assertThat(exec.action(""))
                .isEqualTo(new ExecAction("", "db-0", "postgres", List.of("sync", "-f"), Target.ONE));
        assertThat(exec("app=db", "sync").action(""))
                .isEqualTo(new ExecAction("app=db", "", "", List.of("sync"), Target.ALL));
    }

    @Test
    void every_parameter_of_a_manifest_reaches_the_engine() {
        ApplyChoice apply = new ApplyChoice();
        apply.setFile("policy.yaml");
        assertThat(apply.action("kind: x")).isEqualTo(new ApplyAction("kind: x", "policy.yaml", false));
        assertThat(apply.options(HookOptions.defaults())).isEqualTo(HookOptions.defaults());

        apply.setForce(true);
        assertThat(apply.action("kind: x")).isEqualTo(new ApplyAction("kind: x", "policy.yaml", true));

        apply.setAllowOtherNamespaces(true);
        assertThat(apply.options(HookOptions.defaults()))
                .isEqualTo(HookOptions.defaults().allowing(true, false));

        apply.setAllowClusterScoped(true);
        assertThat(apply.options(HookOptions.defaults()))
                .isEqualTo(HookOptions.defaults().allowing(true, true));
    }

    @Test
    void a_pipelines_list_may_hold_numbers() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        ExecChoice exec = new ExecChoice((List) List.of("sleep", 5));

        assertThat(exec.getCommand()).containsExactly("sleep", "5");
    }

    @Test
    void neither_command_nor_manifest_is_shown() {
        ExecChoice exec = exec("app=db", "psql --password=x");
        ApplyChoice apply = new ApplyChoice();
        apply.setManifest("kind: Secret");
        UninstantiatedDescribable nested =
                new UninstantiatedDescribable("exec", null, Map.of("command", List.of("psql --password=x")));

        assertThat(exec.shown()).isEqualTo("exec in app=db");
        assertThat(apply.shown()).isEqualTo("apply a manifest");
        assertThat(descriptor.argumentsToString(Map.of("action", nested, "namespace", "shop", "cluster", "prod")))
                .isEqualTo("exec(…) in shop on prod");
    }

    private static ExecChoice exec(String selector, String... command) {
        ExecChoice exec = new ExecChoice(List.of(command));
        exec.setSelector(selector);
        return exec;
    }

    private static OperationExecution start(HookActionChoice action) throws Exception {
        return (OperationExecution) new HookStep("prod", "shop", action).start(new FakeStepContext());
    }
}
