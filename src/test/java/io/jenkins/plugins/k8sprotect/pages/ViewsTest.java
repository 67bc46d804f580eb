package io.jenkins.plugins.k8sprotect.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private static final String BEGIN = "<?jelly escape-by-default='true'?>";

    @ParameterizedTest
    @MethodSource("views")
    void everyViewEscapesByDefaultAndHasNothingInline(Path view) throws IOException {
        try (InputStream in = Files.newInputStream(view)) {
            Views.parse(in, view.toString());
        }
    }

    static List<Path> views() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources"))) {
            List<Path> views =
                    all.filter(p -> p.toString().endsWith(".jelly")).sorted().toList();
            assertThat(views).isNotEmpty();
            return views;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div/>",
                "<?jelly escape-by-default='false'?><div/>",
                BEGIN + "<div><script>alert(1)</script></div>",
                BEGIN + "<div><style>p {}</style></div>",
                BEGIN + "<div><p style='color: red'/></div>",
                BEGIN + "<div><p onclick='go()'/></div>",
                BEGIN + "<div><p></div>"
            })
    void aViewThatIsNotSafeIsFound(String view) {
        assertThatThrownBy(() -> Views.parse(new ByteArrayInputStream(view.getBytes(StandardCharsets.UTF_8)), "a view"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a view");
    }

    @Test
    void aSafeViewIsRead() throws IOException {
        String view = BEGIN + "<div><p class='x'>${it.name}</p></div>";

        assertThat(Views.parse(new ByteArrayInputStream(view.getBytes(StandardCharsets.UTF_8)), "a view"))
                .isNotNull();
    }
}
