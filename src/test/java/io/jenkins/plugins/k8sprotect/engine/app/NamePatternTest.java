package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"db", "db-*", "*", "system:node", "Reader", "a.b.c", "?"})
    void namesAndGlobsOfAnyObjectAreRead(String text) {
        assertThat(new NamePattern(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "[ab]", "{a,b}", "a,b", "a b", "a%", "a\\b", "a\n", "\"a\""})
    void aBadGlobIsRefused(String text) {
        assertThatThrownBy(() -> new NamePattern(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-*", "*", "*-db", "?-x", "0"})
    void namesAndGlobsOfNamespacesAreRead(String text) {
        assertThat(NamePattern.ofNamespace(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "-shop", "shop-", "-*", "a.b", "a_*", "a:b"})
    void whatNoNamespaceCanBeNamedIsRefused(String text) {
        assertThatThrownBy(() -> NamePattern.ofNamespace(text)).hasMessageContaining("which no namespace can be named");
    }

    @Test
    void lengthsEndWhereKubernetesEndsThem() {
        assertThat(new NamePattern("a".repeat(253)).isPlain()).isTrue();
        assertThatThrownBy(() -> new NamePattern("a".repeat(254)))
                .hasMessage("has 254 characters; a name has at most 253");
        assertThat(NamePattern.ofNamespace("a".repeat(63)).isPlain()).isTrue();
        assertThatThrownBy(() -> NamePattern.ofNamespace("a".repeat(64))).hasMessageContaining("up to 63");
    }
}
