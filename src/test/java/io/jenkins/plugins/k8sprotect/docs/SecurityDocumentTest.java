package io.jenkins.plugins.k8sprotect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/security.md} says is tested is. */
class SecurityDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern ANNOTATED =
            Pattern.compile("@(?:Test|ParameterizedTest|Property)\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("namedTests")
    void a_test_that_is_named_is_there(String type, String method) throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/test/java")), Files.walk(Path.of("src/test-jenkins/java")))) {
            assertThat(files.filter(f -> f.endsWith(type + ".java")))
                    .singleElement()
                    .satisfies(file -> assertThat(testsOf(file)).contains(method));
        }
    }

    @Test
    void every_row_names_a_test() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## Known holes of plugins"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| hole") && !line.startsWith("| complaint"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> NAMED.matcher(row)
                .find());
    }

    static Stream<Object[]> namedTests() throws IOException {
        return NAMED.matcher(Files.readString(DOCUMENT)).results().map(found ->
                new Object[] {found.group(1), found.group(2)});
    }

    /** The first method after each annotation that makes one a test. */
    private static List<String> testsOf(Path file) throws IOException {
        return ANNOTATED
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
