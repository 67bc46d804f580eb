package io.jenkins.plugins.k8sprotect.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespacePairsTest {
    @Test
    void pairsAreRead() {
        assertThat(NamespacePairs.parse(List.of("shop=shop-copy", "shop-data=d2")))
                .containsExactly(entry("shop", "shop-copy"), entry("shop-data", "d2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "=b", "a=", "a=b=c", "A=b", "a=b/c", "-a=b"})
    void whatIsNoPairIsNamedWithWhatIsAllowed(String pair) {
        assertThatThrownBy(() -> NamespacePairs.parse(List.of(pair)))
                .hasMessageStartingWith("'" + pair + "' is no pair of namespaces; allowed is SOURCE=TARGET");
    }

    @Test
    void aNamespaceGoesToOnePlaceOnly() {
        assertThatThrownBy(() -> NamespacePairs.parse(List.of("shop=a", "shop=b")))
                .hasMessage("shop is mapped to both a and b; give it once");
    }
}
