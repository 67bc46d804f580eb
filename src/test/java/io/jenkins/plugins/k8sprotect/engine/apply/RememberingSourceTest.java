package io.jenkins.plugins.k8sprotect.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RememberingSourceTest {
    private static final ResourceType CONFIG_MAP =
            new ResourceType(GroupKind.core("ConfigMap"), "v1", "configmaps", true);
    private static final List<IndexRow> ROWS = List.of(row("a"), row("b"), row("c"));

    private int reads;

    @Test
    void aBackupThatFitsIsReadOnceAndGivesTheSameInTheSameOrder() {
        RememberingSource source = new RememberingSource(this::backup, ROWS, 30);

        assertThat(names(source, row -> true)).containsExactly("a", "b", "c");
        assertThat(names(source, row -> !row.name().equals("b"))).containsExactly("a", "c");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void ofALargerOneNothingIsRemembered() {
        RememberingSource source = new RememberingSource(this::backup, ROWS, 29);

        assertThat(names(source, row -> row.name().equals("b"))).containsExactly("b");
        assertThat(names(source, row -> true)).containsExactly("a", "b", "c");
        assertThat(reads).isEqualTo(2);
    }

    private void backup(
            Predicate<IndexRow> wanted, io.jenkins.plugins.k8sprotect.engine.archive.ObjectVisitor visitor) {
        reads++;
        ROWS.stream()
                .filter(wanted)
                .forEach(row -> visitor.visit(row, row.name().getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static List<String> names(ObjectSource source, Predicate<IndexRow> wanted) {
        List<String> names = new ArrayList<>();
        source.read(wanted, (row, json) -> {
            assertThat(json).asString().isEqualTo(row.name());
            names.add(row.name());
        });
        return names;
    }

    private static IndexRow row(String name) {
        return new IndexRow(CONFIG_MAP, "shop", name, "", List.of(), "", 0, 10);
    }
}
