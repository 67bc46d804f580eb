package io.jenkins.plugins.k8sprotect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the arguments cannot be: exit code 2, the option's name, what is allowed, and nothing done. */
class ArgumentsTest {
    private static final String SECRET = "wJalrXUtnFEMI-not-to-be-seen";

    @TempDir
    private Path folder;

    private final Harness harness = new Harness();

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", List.of("no command given", "backup, restore, hook, list, show, verify, delete")),
                Arguments.of("resotre", List.of("unexpected argument")),
                Arguments.of("backup", List.of("--app=FILE", "--to=STORE")),
                Arguments.of("backup --app x.yaml --to ftp://x", List.of("--to", "ftp", "file:///path or s3://bucket")),
                Arguments.of("list --from s3://b", List.of("--from", "bucket 'b'", "region is missing")),
                Arguments.of("list --from file:///s --foo 1", List.of("unknown option --foo")),
                Arguments.of("list --from file:///s extra", List.of("unexpected argument")),
                Arguments.of("restore --from file:///s", List.of("--app", "--backup", "k8s-protect list")),
                Arguments.of("restore --from file:///s --backup 1", List.of("--backup", "20261122T153045Z-3f9c1a")),
                Arguments.of(
                        "restore --from file:///s --app shop --conflict merge",
                        List.of("--conflict", "fail, skip, replace", "merge")),
                Arguments.of("restore --from file:///s --app shop --map-namespace a", List.of("SOURCE=TARGET")),
                Arguments.of(
                        "restore --from file:///s --app shop --map-namespace a=c --map-namespace b=c",
                        List.of("mapped to the same one")),
                Arguments.of(
                        "restore --from file:///s --app shop --exclude a/b/c/d", List.of("--exclude", "KIND/NAME")),
                Arguments.of("restore --from file:///s --app shop --parallel many", List.of("--parallel", "many")),
                Arguments.of("restore --from file:///s --app shop --parallel 0", List.of("1 to 256")),
                Arguments.of("restore --from file:///s --app shop --timeout soon", List.of("--timeout", "15m")),
                Arguments.of("restore --from file:///s --app shop --fail-on maybe", List.of("--fail-on", "warning")),
                Arguments.of(
                        "verify --from file:///s --app shop --report /no/such/r.html",
                        List.of("--report", "no such folder")),
                Arguments.of("hook --selector app=db -- sync", List.of("--namespace=NAME")),
                Arguments.of("hook -n shop", List.of("neither a command nor --apply")),
                Arguments.of("hook -n shop -- sync", List.of("selector and pod: found neither")),
                Arguments.of("hook -n shop --selector a=b --pod c -- sync", List.of("selector and pod: found both")),
                Arguments.of("hook -n shop --selector a=b", List.of("neither a command")),
                Arguments.of("hook -n shop --selector a==b=c -- sync", List.of("selector: ", "app=shop")),
                Arguments.of("hook -n shop --selector a=b --foo -- sync", List.of("unknown option --foo")),
                Arguments.of("hook -n shop --apply x.yaml -- sync", List.of("--apply and a command")),
                Arguments.of("hook -n shop --apply x.yaml --one", List.of("--apply and a command")),
                Arguments.of("hook -n shop --apply /no/such.yaml", List.of("--apply: /no/such.yaml: no such file")),
                Arguments.of("hook -n shop --pod a --force -- sync", List.of("--force", "belong to --apply")),
                Arguments.of("hook -n shop --pod a --timeout 0s -- sync", List.of("--timeout", "15m")),
                Arguments.of("delete --from file:///s --app shop", List.of("--backup is missing")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsNamedWithWhatIsAllowed(String arguments, List<String> said) {
        assertThat(harness.run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(harness.err()).contains(said).doesNotContain("Exception", "\tat ");
        assertThat(harness.out()).isEmpty();
        assertThat(harness.operations.asked).isEmpty();
    }

    @Test
    void withJsonAnErrorIsTheOneDocument() {
        assertThat(harness.run("restore", "--json", "--from", "file:///s")).isEqualTo(2);
        assertThat(harness.json().path("error").path("exitCode").intValue()).isEqualTo(2);
        assertThat(harness.json().path("error").path("message").stringValue()).contains("--backup");
    }

    @Test
    void aMissingDefinitionIsNamed() {
        String file = folder.resolve("none.yaml").toString();
        assertThat(harness.run("backup", "--app", file, "--to", "file:///s")).isEqualTo(2);
        assertThat(harness.err()).contains("--app: " + file + ": no such file");
    }

    @Test
    void everyMistakeInADefinitionIsTold() {
        GivenFiles given = new GivenFiles(folder);
        String file = given.write("bad.yaml", "apiVersion: v0\nkind: Application\nspecs: {}\n");
        assertThat(harness.run("backup", "--app", file, "--to", "file:///s", "--kubeconfig", given.kubeconfig()))
                .isEqualTo(2);
        assertThat(harness.err().lines().filter(l -> l.contains("bad.yaml:"))).hasSizeGreaterThan(1);
    }

    @Test
    void aMissingContextIsNamedWithThoseThereAre() {
        GivenFiles given = new GivenFiles(folder);
        int code = harness.run(
                "backup",
                "--app",
                given.definition(),
                "--to",
                given.store(),
                "--kubeconfig",
                given.kubeconfig(),
                "--context",
                "elsewhere");
        assertThat(code).isEqualTo(2);
        assertThat(harness.err()).contains("elsewhere", "here, there").doesNotContain(GivenFiles.TOKEN);
    }

    @Test
    void keysOfS3ComeFromTheEnvironmentAlone() {
        String url = "s3://bucket/prefix?endpoint=http://127.0.0.1:1";
        assertThat(harness.run("list", "--from", url)).isEqualTo(2);
        assertThat(harness.err()).contains("AWS_ACCESS_KEY_ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --from file:///s --secret-key=" + SECRET,
                "list --from file:///s --aws-secret-access-key " + SECRET,
                "list --from s3://AKIA:" + SECRET + "@bucket/x?region=r",
                "list --from file:///s " + SECRET,
                "--password=" + SECRET
            })
    void aSecretThatSomeoneTriesToGiveIsNotRepeated(String arguments) {
        assertThat(harness.run(arguments.split(" "))).isEqualTo(2);
        assertThat(harness.err() + harness.out()).doesNotContain(SECRET).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "hook", "list", "show", "verify", "delete"})
    void everyCommandExplainsItself(String command) {
        assertThat(harness.run(command, "--help")).isZero();
        assertThat(harness.out()).contains("Usage: k8s-protect " + command, "--json", "--help");
        assertThat(harness.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theVersionAndTheExitCodesAreShown() {
        assertThat(harness.run("--version")).isZero();
        assertThat(harness.run("--help")).isZero();
        assertThat(harness.out()).contains("k8s-protect ", "Exit codes:", "130");
    }
}
