package io.jenkins.plugins.k8sprotect.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.xml.sax.InputSource;

/** Each form has every field that is bound, help for it, and nothing that Jenkins would not find or the browser refuse. */
class FormResourcesTest {
    static Stream<Class<?>> bound() {
        return Stream.concat(
                GivenJenkins.DESCRIPTORS.stream().<Class<?>>map(d -> d.clazz),
                Stream.of(K8sProtectConfiguration.class));
    }

    @ParameterizedTest
    @MethodSource("bound")
    void every_bound_field_has_help(Class<?> type) throws IOException {
        assertThat(resource(type, "help.html")).isNotBlank();
        assertThat(fields(type)).isNotEmpty();
        for (String field : fields(type)) {
            assertThat(resource(type, "help-" + field + ".html")).as(field).contains("<div>", "</div>");
        }
    }

    @ParameterizedTest
    @MethodSource("bound")
    void every_bound_field_is_in_the_form(Class<?> type) throws IOException {
        Set<String> shown = shown(type);
        shown.remove("allowedExecCommandLines");
        if (type == K8sProtectConfiguration.class) {
            shown.add("allowedExecCommands"); // A list of texts: the form has it as lines.
        }

        assertThat(shown).isEqualTo(fields(type));
    }

    @ParameterizedTest
    @MethodSource("bound")
    void every_field_of_the_form_can_be_read_back(Class<?> type) throws IOException {
        List<String> getters = Arrays.stream(type.getMethods())
                .filter(m -> m.getParameterCount() == 0)
                .map(Method::getName)
                .toList();

        for (String field : shown(type)) {
            assertThat(getters).contains("get" + Character.toUpperCase(field.charAt(0)) + field.substring(1));
        }
    }

    @ParameterizedTest
    @MethodSource("bound")
    void what_a_button_sends_is_what_its_method_takes(Class<?> type) throws IOException {
        Matcher button =
                Pattern.compile("method=\"(\\w+)\"\\s+with=\"([^\"]+)\"").matcher(form(type));
        while (button.find()) {
            String name = "do" + Character.toUpperCase(button.group(1).charAt(0))
                    + button.group(1).substring(1);
            Method method = Arrays.stream(type.getDeclaredClasses())
                    .flatMap(c -> Arrays.stream(c.getMethods()))
                    .filter(m -> m.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(button.group(2).split(","))
                    .containsExactlyElementsOf(Arrays.stream(method.getParameters())
                            .map(Parameter::getName)
                            .filter(p -> !p.equals("item"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("bound")
    void a_form_escapes_what_it_shows_and_has_no_script_of_its_own(Class<?> type) throws IOException {
        assertThat(form(type))
                .startsWith("<?jelly escape-by-default='true'?>")
                .doesNotContainIgnoringCase("<script", "javascript:", "onclick", "onchange", "<j:out", "escapeText");
    }

    @ParameterizedTest
    @MethodSource("bound")
    void forms_and_help_are_well_formed(Class<?> type) throws IOException {
        assertWellFormed(form(type));
        assertWellFormed(resource(type, "help.html"));
        for (String field : fields(type)) {
            assertWellFormed(resource(type, "help-" + field + ".html"));
        }
    }

    private static void assertWellFormed(String text) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(text))))
                .as(text)
                .doesNotThrowAnyException();
    }

    /** The data-bound constructor's parameters and the data-bound setters. */
    static Set<String> fields(Class<?> type) {
        Set<String> fields = new TreeSet<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                Arrays.stream(constructor.getParameters())
                        .map(Parameter::getName)
                        .forEach(fields::add);
            }
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                fields.add(Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4));
            }
        }
        return fields;
    }

    private static Set<String> shown(Class<?> type) throws IOException {
        Set<String> shown = new TreeSet<>();
        Matcher field = Pattern.compile("\\bfield=\"(\\w+)\"").matcher(form(type));
        while (field.find()) {
            shown.add(field.group(1));
        }
        return shown;
    }

    private static String form(Class<?> type) throws IOException {
        return resource(type, "config.jelly");
    }

    private static String resource(Class<?> type, String name) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + "/" + name)) {
            assertThat(in).as("%s/%s", type.getSimpleName(), name).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
