package io.jenkins.plugins.k8sprotect.harness.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.k8sprotect.harness.binding.Sample.Choice;
import io.jenkins.plugins.k8sprotect.harness.binding.Sample.Colour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.GStringImpl;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What DescribableModel does, by its source (structs 362.va_b_695ef4fdf9), and by what was seen in a Jenkins. */
class BinderTest {
    private final Binder binder = new Binder(new Descriptors().with(new Choice.DescriptorImpl()));

    @ParameterizedTest
    @MethodSource
    void what_is_given_becomes_what_the_parameter_takes(
            String parameter, Object given, Function<Sample, ?> found, Object expected) {
        assertThat(found.apply(bind(parameter, given))).isEqualTo(expected);
    }

    static Stream<Arguments> what_is_given_becomes_what_the_parameter_takes() {
        Map<String, Integer> pairs = Map.of("a", 1);
        UninstantiatedDescribable nested = nested("value", "x");
        return Stream.of(
                row("text", "as it is", s -> s.text, "as it is"),
                row("text", gstring("interpolated"), s -> s.text, "interpolated"),
                row("text", null, s -> s.text, null),
                row("number", 7, s -> s.number, 7),
                row("number", "7", s -> s.number, 7),
                row("big", 7, s -> s.big, 7L),
                row("big", "7", s -> s.big, 7L),
                row("flag", "true", s -> s.flag, true),
                row("flag", "yes", s -> s.flag, false),
                row("colour", "RED", s -> s.colour, Colour.RED),
                row("words", List.of("a", gstring("b")), s -> s.words, List.of("a", "b")),
                row("pairs", pairs, s -> s.pairs, pairs),
                row("anything", "text", s -> s.anything, "text"),
                row("anything", nested, s -> s.anything, nested),
                row("choice", nested, s -> s.choice.value, "x"),
                row("choice", Map.of("value", "x"), s -> s.choice.value, "x"),
                row("choice", Map.of("$class", "Choice", "value", "x"), s -> s.choice.value, "x"),
                row("choice", nested(Binder.ANONYMOUS, "x"), s -> s.choice.value, "x"),
                row("choices", List.of(nested), s -> s.choices.get(0).value, "x"),
                row("name", "given", s -> s.name, "given"),
                row("name", null, s -> s.name, null));
    }

    @ParameterizedTest
    @MethodSource
    void what_does_not_fit_is_refused(String parameter, Object given, String message) {
        assertThatThrownBy(() -> bind(parameter, given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Could not instantiate {" + parameter + "=")
                .hasMessageContaining(message);
    }

    static Stream<Arguments> what_does_not_fit_is_refused() {
        return Stream.of(
                arguments(
                        "words", "one", "expects java.util.List<java.lang.String> but received class java.lang.String"),
                arguments("words", List.of(nested("value", "x")), "is using symbol ‘sample’"),
                arguments("choices", nested("value", "x"), "no known implementation of interface java.util.List"),
                arguments("number", "many", "unable to coerce the received value \"many\""),
                arguments("number", List.of(1), "expects int but received"),
                arguments("colour", "BLUE", "No enum constant"),
                arguments("choice", new UninstantiatedDescribable("other", null, Map.of()), "is using symbol ‘other’"),
                arguments("choice", Map.of("$class", "Other"), "is named Other"),
                arguments("text", "refused", "text: found refused"));
    }

    @Test
    void what_the_constructor_is_not_given_arrives_as_null_or_as_a_primitives_default() {
        Sample bound = binder.bind(Sample.class, Map.of(), null);

        assertThat(bound.name).isNull();
        assertThat(bound.count).isZero();
        assertThat(bound.really).isFalse();
    }

    @Test
    void a_setter_that_is_not_named_is_not_called() {
        assertThat(binder.bind(Sample.class, Map.of(), null).text).isNull();
    }

    @Test
    void an_unknown_parameter_is_only_a_warning() {
        bind("txet", "x");

        assertThat(binder.warnings())
                .containsExactly(
                        "WARNING: Unknown parameter(s) found for class type '" + Sample.class.getName() + "': txet");
    }

    @Test
    void an_argument_without_a_name_needs_a_sole_required_parameter() {
        assertThatThrownBy(() -> binder.bind(Sample.class, Map.of(Binder.ANONYMOUS, "x"), null))
                .hasMessage("Arguments to " + Sample.class + " have to be explicitly named");
    }

    private Sample bind(String parameter, Object given) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(parameter, given);
        return binder.bind(Sample.class, arguments, null);
    }

    private static Arguments row(String parameter, Object given, Function<Sample, ?> found, Object expected) {
        return arguments(parameter, given, found, expected);
    }

    private static UninstantiatedDescribable nested(String parameter, Object value) {
        return new UninstantiatedDescribable("sample", null, Map.of(parameter, value));
    }

    private static Object gstring(String text) {
        return new GStringImpl(new Object[] {text}, new String[] {"", ""});
    }
}
