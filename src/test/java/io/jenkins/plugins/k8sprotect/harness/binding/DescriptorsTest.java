package io.jenkins.plugins.k8sprotect.harness.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.harness.binding.Sample.Choice;
import io.jenkins.plugins.k8sprotect.steps.ListBackupsStep;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
    private final Descriptors descriptors = Descriptors.ofTheClassPath();

    @Test
    void steps_are_found_in_the_extension_index() {
        assertThat(descriptors.step("k8sListBackups")).get().isInstanceOf(ListBackupsStep.DescriptorImpl.class);
    }

    @Test
    void what_no_index_names_is_not_found() {
        assertThat(descriptors.isSymbol("sample")).isFalse();
        assertThatThrownBy(() -> descriptors.bySymbol(Choice.class, "sample"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("is using symbol ‘sample’");
    }

    @Test
    void a_symbol_means_the_class_that_fits_what_is_wanted() {
        descriptors.with(new Choice.DescriptorImpl());

        assertThat(descriptors.bySymbol(Choice.class, "sample")).isEqualTo(Choice.class);
        assertThatThrownBy(() -> descriptors.bySymbol(Sample.class, "sample")).hasMessageContaining("Sample");
    }
}
