package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {
    private static final Path DOCUMENT = Path.of("docs/restore-rules.md");

    private final RuleBook rules = RuleBook.standard();

    static List<KubeObject> corpus() {
        return Corpus.objects();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void allRulesTwiceChangeNoMoreThanOnce(KubeObject object) {
        for (boolean statusIsContent : List.of(true, false)) {
            for (Map<String, String> mapping : List.of(Map.<String, String>of(), Map.of("shop", "clone", "a", "b"))) {
                RuleContext.Facts facts = new RuleContext.Facts(mapping, Set.of(), kind -> statusIsContent);
                KubeObject once = object.copy();
                rules.apply(once, new RuleContext(facts));
                KubeObject twice = once.copy();
                rules.apply(twice, new RuleContext(facts));

                assertThat(twice.json()).isEqualTo(once.json());
            }
        }
    }

    /** What a server adds to a restored object must not make it look different from the wanted one. */
    @ParameterizedTest
    @MethodSource("corpus")
    void aRestoredObjectAsTheServerGivesItIsEqualToTheWantedOne(KubeObject object) {
        RuleContext.Facts facts = RuleTester.ELSEWHERE;
        KubeObject wanted = object.copy();
        rules.apply(wanted, new RuleContext(facts));
        KubeObject live = wanted.copy();
        rules.carryOver(object, live);
        live.metadata()
                .put("uid", "u-2")
                .put("resourceVersion", "9")
                .put("generation", 1)
                .put("creationTimestamp", "2026-02-02T00:00:00Z");
        live.json().putObject("status").put("observed", true);

        assertThat(NormalForm.ofLive(live, rules, RuleContext.Facts.inPlace(facts.statusIsContent()))
                        .json())
                .isEqualTo(NormalForm.ofWanted(wanted).json());
    }

    @Test
    void everyRuleHasANameOfItsOwnAndAReason() {
        assertThat(rules.rules())
                .extracting(RestoreRule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
        assertThat(rules.rules()).extracting(RestoreRule::reason).allMatch(reason -> reason.endsWith("."));
    }

    @Test
    void theDocumentHasEveryRule() throws IOException {
        String table = rules.rules().stream()
                .map(r -> "| `" + r.id() + "` | " + kinds(r) + " | " + r.reason() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(DOCUMENT)).as("%s", DOCUMENT).contains(table);
    }

    private static String kinds(RestoreRule rule) {
        if (rule.concerns(new GroupKind("nobody.example", "Unheard"))) {
            return "every kind";
        }
        return Corpus.objects().stream()
                .map(KubeObject::groupKind)
                .filter(rule::concerns)
                .distinct()
                .sorted()
                .map(GroupKind::toString)
                .collect(Collectors.joining(", "));
    }
}
