package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestoreStepTest {
    private final RestoreStep.DescriptorImpl descriptor = new RestoreStep.DescriptorImpl();

    @Test
    void the_short_form_restores_the_latest_in_place() throws Exception {
        OperationExecution execution = start(new RestoreStep("shop", "dr", "backups"));

        assertThat(execution.arguments().operation()).isEqualTo("restore");
        assertThat(execution.arguments().backupToRead()).isEqualTo("latest");
        assertThat(execution.arguments().app().kind()).isEqualTo(AppSource.Kind.NAME);
        assertThat(execution.arguments().announcement(new Subject("shop", null, ""), checkpoint()))
                .isEqualTo("backup 20261122T120000Z-000001 of shop from storage backups into cluster dr, in place");
    }

    @Test
    void a_plan_says_so() throws Exception {
        RestoreStep step = new RestoreStep("shop", "dr", "backups");
        step.setPlan(true);
        step.setMapNamespaces(Map.of("shop", "shop-staging"));

        OperationExecution execution = start(step);

        assertThat(execution.arguments().operation()).isEqualTo("plan");
        assertThat(execution.arguments().announcement(new Subject("shop", null, ""), checkpoint()))
                .startsWith("what a restore of backup ")
                .endsWith("would do, namespaces shop to shop-staging");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        RestoreStep step = new RestoreStep(" ", "dr", "backups");
        step.setBackup("newest");
        step.setConflict("merge");
        step.setExclude(Arrays.asList("Secret//db", null));
        step.setMapNamespaces(loose("shop", null, "Shop", "x", "a", 7, "b", 7));

        assertThatThrownBy(() -> start(step))
                .hasMessageStartingWith("k8sRestore: 8 parameters cannot be used")
                .hasMessageContaining("app: found nothing; allowed: the application's name, such as 'shop'")
                .hasMessageContaining("backup: found 'newest'; allowed: 'latest', or an id such as")
                .hasMessageContaining("conflict: found 'merge'; allowed: 'replace', 'skip', 'fail'")
                .hasMessageContaining("exclude: exclude \"Secret//db\"")
                .hasMessageContaining("mapNamespaces.shop: found nothing")
                .hasMessageContaining("mapNamespaces: found source 'Shop'")
                .hasMessageContaining("mapNamespaces: found two namespaces mapped to the same one");
    }

    @Test
    void a_number_is_a_namespaces_name_too() throws Exception {
        RestoreStep step = new RestoreStep("shop", "dr", "backups");
        step.setMapNamespaces(loose("shop", 7));

        assertThat(start(step).arguments().announcement(new Subject("shop", null, ""), checkpoint()))
                .endsWith("namespaces shop to 7");
    }

    @Test
    void its_arguments_are_shown_in_a_line() {
        assertThat(descriptor.argumentsToString(Map.of("app", "shop", "cluster", "dr", "storage", "backups")))
                .isEqualTo("shop from backups to dr");
        assertThat(descriptor.argumentsToString(
                        Map.of("app", "shop", "backup", "20261122T120000Z-000001", "plan", true)))
                .isEqualTo("plan: shop 20261122T120000Z-000001");
    }

    @Test
    void lines_of_the_form_are_a_map_and_a_list_and_go_back() {
        assertThat(FormLines.pairs("shop = copy\n\n shop-db=db2 \nnothing"))
                .isEqualTo(Map.of("shop", "copy", "shop-db", "db2", "nothing", ""));
        assertThat(descriptor.shownPairs(FormLines.pairs("shop=copy\nshop-db=db2")))
                .isEqualTo("shop=copy\nshop-db=db2");
        assertThat(descriptor.shownLines(FormLines.lines(" Event \n\nSecret/db")))
                .isEqualTo("Event\nSecret/db");
        assertThat(descriptor.shownPairs(null) + descriptor.shownLines(null)).isEmpty();
    }

    @Test
    void what_is_persisted_is_small_and_own() throws Exception {
        RestoreStep step = new RestoreStep("shop", new FakeCluster(), new FakeStorage());
        step.setExclude(List.of("Event"));
        step.setMapNamespaces(Map.of("shop", "copy"));

        byte[] bytes = Copies.bytes(start(step));

        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("k8sprotect.engine", "CollSer", FakeCluster.TOKEN);
        assertThat(bytes.length).isLessThan(4_000);
    }

    private static OperationExecution start(RestoreStep step) throws Exception {
        return (OperationExecution) step.start(new FakeStepContext());
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.first("20261122T120000Z-000001", java.time.Instant.EPOCH);
    }

    /** As Groovy makes it: generics do not hold there. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> loose(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return (Map<String, String>) (Map<?, ?>) map;
    }
}
