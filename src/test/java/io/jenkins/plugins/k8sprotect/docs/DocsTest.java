package io.jenkins.plugins.k8sprotect.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.k8sprotect.cli.DocumentedCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
    private static final Path INDEX = Path.of("docs/README.md");

    @Test
    void the_index_links_every_document() {
        Document index = Document.read(INDEX);

        assertThat(index.links().map(index::resolve))
                .containsAll(inDocs().filter(f -> !f.equals(INDEX)).toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_somewhere(Document document) {
        assertThat(document.links()).allSatisfy(link -> {
            Path target = document.resolve(link);
            assertThat(target).exists();
            if (link.contains("#")) {
                assertThat(Document.read(target).anchors()).contains(link.substring(link.indexOf('#') + 1));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shown_command_lines_are_understood(ShownCommand command) {
        assertThatCode(() -> DocumentedCommands.parse(command.arguments())).doesNotThrowAnyException();
    }

    @Test
    void command_lines_are_found_in_the_documents() {
        assertThat(commands())
                .map(c -> c.document().file())
                .contains(Path.of("README.md"), Path.of("docs/command-line.md"));
    }

    static List<Document> documents() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "testbed/README.md")
                                .map(Path::of),
                        inDocs())
                .map(Document::read)
                .toList();
    }

    static List<ShownCommand> commands() {
        return documents().stream().flatMap(ShownCommand::in).toList();
    }

    private static Stream<Path> inDocs() {
        try (Stream<Path> files = Files.list(INDEX.getParent())) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
