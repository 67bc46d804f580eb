package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludeExpressionTest {
    @ParameterizedTest(name = "{0} on Secret {1}/{2}: {3}")
    @CsvSource({
        "Secret, shop, db, true",
        "secrets, shop, db, true",
        "Secret., shop, db, true",
        "ConfigMap, shop, db, false",
        "Secret/db, shop, db, true",
        "Secret/db, other, db, true",
        "Secret/shop, shop, db, false",
        "Secret/shop/db, shop, db, true",
        "Secret/other/db, shop, db, false",
        "Secret/shop/*, shop, db, true",
        "*/shop/d?, shop, db, true",
        "*/*/web, shop, db, false"
    })
    void twoPartsAreKindAndNameThreeAreKindNamespaceAndName(
            String text, String namespace, String name, boolean matches) {
        assertThat(ExcludeExpression.parse(text).matches(SampleObjects.object(SampleObjects.SECRET, namespace, name)))
                .isEqualTo(matches);
    }

    @Test
    void aClusterScopedObjectHasTwoParts() {
        var role = SampleObjects.object(SampleObjects.CLUSTER_ROLE, "", "shop-reader");

        assertThat(ExcludeExpression.parse("ClusterRole/shop-*").matches(role)).isTrue();
        assertThat(ExcludeExpression.parse("ClusterRole/*/shop-*").matches(role))
                .isFalse();
    }

    @Test
    void everythingOfANamespaceIsItsNamespaceObjectToo() {
        Rule rule = ExcludeExpression.parse("*/shop/*");

        assertThat(rule.matches(SampleObjects.object(SampleObjects.NAMESPACE, "", "shop")))
                .isTrue();
        assertThat(rule.matches(SampleObjects.object(SampleObjects.NAMESPACE, "", "other")))
                .isFalse();
    }

    @Test
    void theRuleIsNamedByItsExpression() {
        assertThat(ExcludeExpression.parse("Secret/shop/db").where()).isEqualTo("exclude Secret/shop/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Secret/", "/db", "Secret//db", "Secret/shop/db/x", "Secret shop/db", "Secret/a,b"})
    void aMistakeNamesTheExpressionAndWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ExcludeExpression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("exclude \"" + text + "\": ")
                .hasMessageContaining("allowed: ");
    }
}
