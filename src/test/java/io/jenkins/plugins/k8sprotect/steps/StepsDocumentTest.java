package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code docs/steps.md} ends with the help of each step as it stands beside its form. After a change of a help file,
 * {@code mvn test -Dtest=StepsDocumentTest -Ddocs.write=true} writes it anew.
 */
class StepsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/steps.md");
    private static final String BEGIN = "## k8sBackup\n";
    private static final List<String> COMMON = List.of("timeoutMinutes", "failOn", "unstableOn");

    private static final List<Class<?>> TYPES = List.of(
            BackupStep.class,
            RestoreStep.class,
            HookStep.class,
            ExecChoice.class,
            ApplyChoice.class,
            ListBackupsStep.class);

    @Test
    void the_reference_is_the_help_of_each_step() throws Exception {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) < 0 ? document.length() : document.indexOf(BEGIN);
        String expected = document.substring(0, begin) + reference();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void each_field_has_help_and_a_place_in_the_form_inherited_ones_too(Class<?> type) throws Exception {
        String folder = "/" + type.getName().replace('.', '/') + "/";
        String form = text(type, folder + "config.jelly");

        assertThat(fields(type)).isNotEmpty().allSatisfy(field -> {
            assertThat(form).contains("field=\"" + field + "\"");
            assertThat(text(type, folder + "help-" + field + ".html")).isNotBlank();
        });
    }

    static List<Class<?>> types() {
        return TYPES;
    }

    private static String reference() throws IOException {
        return String.join(
                                "",
                                step(BackupStep.class, "k8sBackup", "app", "cluster", "storage", "onForbidden"),
                                step(
                                        RestoreStep.class,
                                        "k8sRestore",
                                        "app",
                                        "backup",
                                        "cluster",
                                        "storage",
                                        "mapNamespaces",
                                        "exclude",
                                        "conflict",
                                        "plan"),
                                step(HookStep.class, "k8sHook", "cluster", "namespace", "action"),
                                new StepReference(
                                                ExecChoice.class,
                                                "`exec`",
                                                "###",
                                                List.of("command", "selector", "pod", "container", "target"))
                                        .markdown(),
                                new StepReference(
                                                ApplyChoice.class,
                                                "`apply`",
                                                "###",
                                                List.of(
                                                        "file",
                                                        "manifest",
                                                        "force",
                                                        "allowOtherNamespaces",
                                                        "allowClusterScoped"))
                                        .markdown(),
                                new StepReference(
                                                ListBackupsStep.class,
                                                "k8sListBackups",
                                                "##",
                                                List.of("storage", "app"))
                                        .markdown())
                        .stripTrailing()
                + "\n";
    }

    private static String step(Class<?> type, String title, String... own) throws IOException {
        List<String> fields = new java.util.ArrayList<>(List.of(own));
        fields.addAll(COMMON);
        assertThat(fields).containsExactlyInAnyOrderElementsOf(fields(type));
        return new StepReference(type, title, "##", fields).markdown();
    }

    /** What Jenkins binds: parameters of the constructor, and setters of the class and of those above it. */
    private static Set<String> fields(Class<?> type) {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(type.getConstructors())
                .filter(c -> c.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(c -> Arrays.stream(c.getParameters()))
                .forEach(p -> fields.add(p.getName()));
        Arrays.stream(type.getMethods())
                .filter(m -> m.isAnnotationPresent(DataBoundSetter.class))
                .map(m -> m.getName().substring("set".length()))
                .forEach(n -> fields.add(Character.toLowerCase(n.charAt(0)) + n.substring(1)));
        return fields;
    }

    private static String text(Class<?> type, String path) throws IOException {
        try (var in = type.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
