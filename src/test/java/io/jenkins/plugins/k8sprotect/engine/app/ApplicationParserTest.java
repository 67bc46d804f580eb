package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ApplicationParserTest {
    private static final String SHOP = Definitions.text("namespaces: [shop]");

    @Test
    void allFieldsAreRead() {
        Application app = Definitions.read("""
            namespaces: [shop, shop-*]
            include:
            - kinds: [Deployment.apps, "*.batch", ConfigMap]
              names: [db-*]
              labels: app=shop,tier in (a,b),!x
              namespaces: [shop]
            exclude:
            - kinds: [Event]
            clusterScoped:
            - kinds: [ClusterRole.rbac.authorization.k8s.io]
              names: [shop-*]
            onForbidden: warn\
            """);

        assertThat(app.name()).isEqualTo("shop");
        assertThat(app.namespaces()).extracting(NamePattern::text).containsExactly("shop", "shop-*");
        assertThat(app.include()).singleElement().satisfies(rule -> {
            assertThat(rule.where()).isEqualTo("spec.include[0]");
            assertThat(rule.kinds())
                    .extracting(KindPattern::text)
                    .containsExactly("Deployment.apps", "*.batch", "ConfigMap");
            assertThat(rule.names()).extracting(NamePattern::text).containsExactly("db-*");
            assertThat(rule.labels()).hasToString("app=shop,tier in (a,b),!x");
            assertThat(rule.namespaces()).extracting(NamePattern::text).containsExactly("shop");
        });
        assertThat(app.exclude()).extracting(Rule::where).containsExactly("spec.exclude[0]");
        assertThat(app.clusterScoped()).extracting(Rule::where).containsExactly("spec.clusterScoped[0]");
        assertThat(app.onForbidden()).isEqualTo(OnForbidden.WARN);
    }

    @Test
    void theMapFormOfASelectorMeansWhatItsTextFormMeans() {
        Application app = Definitions.read("""
            namespaces: [shop]
            include:
            - labels:
                matchLabels: {app: shop, "example.com/part": ""}
                matchExpressions:
                - {key: tier, operator: In, values: [b, a]}
                - {key: env, operator: NotIn, values: [dev]}
                - {key: y, operator: Exists}
                - {key: x, operator: DoesNotExist, values: []}\
            """);

        assertThat(app.include().get(0).labels())
                .isEqualTo(LabelSelector.parse("app=shop,example.com/part=,tier in (a,b),env!=dev,y,!x"));
    }

    @Test
    void unreadableIsAnErrorUnlessSaidOtherwise() {
        assertThat(ApplicationParser.parse(SHOP, "shop.yaml").onForbidden()).isEqualTo(OnForbidden.ERROR);
    }

    @Test
    void theTextIsKeptAsGiven() {
        String text = "# ours\r\n" + SHOP;

        assertThat(ApplicationParser.parse(text, "shop.yaml").source()).isEqualTo(text);
    }

    @Test
    void jsonIsYaml() {
        String json = "{\"apiVersion\":\"protect.k8s.jenkins.io/v1\",\"kind\":\"Application\","
                + "\"metadata\":{\"name\":\"shop\"},\"spec\":{\"namespaces\":[\"shop\"]}}";

        assertThat(ApplicationParser.parse(json, "shop.json").name()).isEqualTo("shop");
    }

    @Test
    void anchorsMayBeUsed() {
        Application app = Definitions.read("""
            namespaces: &own [shop, shop-db]
            include:
            - {kinds: [Secret], namespaces: *own}\
            """);

        assertThat(app.include().get(0).namespaces()).isEqualTo(app.namespaces());
    }

    @Test
    void otherDocumentsMayStandBesideTheOneApplication() {
        String others = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: x}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            ---
            """;

        assertThat(ApplicationParser.parse(others + SHOP, "all.yaml").name()).isEqualTo("shop");
    }

    @Test
    void whatAClusterAddsToAnObjectIsNoMistake() {
        String text = """
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata:
              name: shop
              namespace: ci
              uid: 0b
              generation: 3
              labels: {a: b}
              managedFields: [{manager: kubectl, fieldsV1: {"f:spec": {".": {}, "f:namespaces": {}}}}]
            spec: {namespaces: [shop]}
            status: {lastBackup: never}
            """;

        assertThat(ApplicationParser.parse(text, "cluster").name()).isEqualTo("shop");
    }

    @Test
    void bytesAreReadAsUtf8() throws IOException {
        String text = "# größer\n" + SHOP;

        assertThat(ApplicationParser.parse(stream(text.getBytes(StandardCharsets.UTF_8)), "shop.yaml")
                        .source())
                .isEqualTo(text);
        assertThatThrownBy(
                        () -> ApplicationParser.parse(stream(text.getBytes(StandardCharsets.ISO_8859_1)), "shop.yaml"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessage("shop.yaml: not UTF-8; save the file in that encoding");
    }

    @Test
    void aDefinitionCanBeSentToAnAgent() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(Definitions.read("""
                namespaces: [shop]
                include: [{kinds: [Secret], labels: app=shop}]\
                """));
        }
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
