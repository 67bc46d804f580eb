package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read and copy: it must be true. */
class DocumentedDefinitionsTest {
    private static final Path EXAMPLES = Path.of("examples/applications");
    private static final Path DOCUMENT = Path.of("docs/applications.md");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    static List<String> blocks() throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(ApplicationParser.parse(in, file.toString()).name()).isEqualTo("shop");
        }
    }

    @Test
    void thePatternsHaveAnExampleEach() throws IOException {
        assertThat(examples())
                .extracting(file -> file.getFileName().toString())
                .contains("one-namespace.yaml", "several-namespaces.yaml", "with-cluster-scoped.yaml");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyDefinitionInTheDocumentIsRead(String yaml) {
        assertThat(ApplicationParser.parse(yaml, DOCUMENT.toString()).name()).isEqualTo("shop");
    }

    @Test
    void theTableOfDecisionsInTheDocumentIsTrue() throws IOException {
        Selection selection = Selection.of(ApplicationParser.parse(blocks().get(1), DOCUMENT.toString()));
        Map<String, String> web = Map.of("app", "shop", "tier", "web");
        Map<String, String> canary = Map.of("app", "shop", "tier", "web", "canary", "yes");

        assertThat(Stream.of(
                        SampleObjects.object(SampleObjects.CONFIG_MAP, "shop-db", "db-settings"),
                        SampleObjects.object(SampleObjects.CONFIG_MAP, "shop", "db-settings"),
                        SampleObjects.object(SampleObjects.DEPLOYMENT, "shop", "web", web),
                        SampleObjects.object(SampleObjects.DEPLOYMENT, "shop", "web", canary),
                        SampleObjects.object(SampleObjects.NAMESPACE, "", "shop"),
                        SampleObjects.object(SampleObjects.CLUSTER_ROLE, "", "shop", web)))
                .extracting(object -> selection.decide(object).included())
                .containsExactly(true, false, true, false, true, false);
    }

    @Test
    void theMistakesInTheDocumentAreTheMistakesThatAreTold() throws IOException {
        String text = """
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata: {name: shop}
            spec:
              onForbidden: never
              namespaces: [shop]
              include:
              - kind: [Secret]
              exclude:
              - kinds: [Event, 7]
            """;
        String told =
                catchThrowable(() -> ApplicationParser.parse(text, "shop.yaml")).getMessage();

        assertThat(Files.readString(DOCUMENT)).contains("```\n" + told + "\n```");
    }
}
