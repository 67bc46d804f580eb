package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.app.InvalidDefinition.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionMistakesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        namespace: [shop]                           | spec.namespace: unknown field; allowed: namespaces, include, exclude, clusterScoped, onForbidden; did you mean namespaces?
        {namespaces: [a], includes: []}             | spec.includes: unknown field; allowed: namespaces, include, exclude, clusterScoped, onForbidden; did you mean include?
        {namespaces: [a], include: [{kind: [A]}]}   | spec.include[0].kind: unknown field; allowed: kinds, names, labels, namespaces; did you mean kinds?
        {namespaces: [a], "x y": 1}                 | spec["x y"]: unknown field; allowed:
        namespaces: shop                            | spec.namespaces: found the text "shop", expected a list of namespaces; write [shop]
        namespaces: {a: b}                          | spec.namespaces: found a mapping, expected a list of namespaces
        namespaces:                                 | spec.namespaces: found nothing, expected a list of namespaces
        namespaces: []                              | spec.namespaces: the list is empty; give an entry or remove the field
        namespaces: [7]                             | spec.namespaces[0]: found the value 7 (a number), expected a namespace; put it in quotes if that is what is meant
        namespaces: [true]                          | spec.namespaces[0]: found the value true (true or false), expected a namespace; put it in quotes
        namespaces: [[a]]                           | spec.namespaces[0]: found a list, expected a namespace
        namespaces: [null]                          | spec.namespaces[0]: found nothing, expected a namespace
        namespaces: [Shop]                          | spec.namespaces[0]: found "Shop", which no namespace can be named; allowed:
        namespaces: ["a[bc]"]                       | spec.namespaces[0]: found "a[bc]", which holds '['; allowed: a name, with * for any text
        {}                                          | spec: selects nothing; give namespaces, clusterScoped or both
        include: [{kinds: [A]}]                     | spec.include: selects in spec.namespaces, which is missing; add it
        {namespaces: [a], include: [{}]}            | spec.include[0]: the rule has no condition; give at least one of kinds, names, labels, namespaces
        {namespaces: [a], include: []}              | spec.include: the list is empty; give an entry or remove the field
        {namespaces: [a], include: {kinds: [A]}}    | spec.include: found a mapping, expected a list of rules
        {namespaces: [a], include: [Secret]}        | spec.include[0]: found the text "Secret", expected a rule: a mapping with kinds, names, labels, namespaces
        {namespaces: [a], include: [{kinds: A}]}    | spec.include[0].kinds: found the text "A", expected a list of kinds; write [A]
        {namespaces: [a], include: [{kinds: []}]}   | spec.include[0].kinds: the list is empty
        {namespaces: [a], include: [{kinds: [apps/v1]}]} | spec.include[0].kinds[0]: found "apps/v1", which holds '/'; allowed: KIND or KIND.GROUP
        {namespaces: [a], include: [{names: ["a b"]}]} | spec.include[0].names[0]: found "a b", which holds a space; allowed:
        {namespaces: [a], include: [{namespaces: [b]}]} | spec.include[0].namespaces[0]: found "b", which none of spec.namespaces can match
        {namespaces: [a], exclude: [{namespaces: [b*]}]} | spec.exclude[0].namespaces[0]: found "b*", which none of spec.namespaces can match
        {namespaces: [a], include: [{labels: "a=="}, {labels: "a in b"}]} | spec.include[1].labels: label selector "a in b": found "b", expected '(' and values; allowed:
        {namespaces: [a], include: [{labels: ""}]}  | spec.include[0].labels: the selector is empty; give a requirement such as app=shop or remove the field
        {namespaces: [a], include: [{labels: {}}]}  | spec.include[0].labels: the selector is empty
        {namespaces: [a], include: [{labels: [a]}]} | spec.include[0].labels: found a list, expected a label selector: text such as app=shop, or a mapping
        {namespaces: [a], include: [{labels: {matchLabel: {}}}]} | spec.include[0].labels.matchLabel: unknown field; allowed: matchLabels, matchExpressions; did you mean matchLabels?
        {namespaces: [a], include: [{labels: {app: shop}}]} | spec.include[0].labels: found labels; write them under matchLabels, or as text such as app=shop
        {namespaces: [a], include: [{labels: {matchLabels: {a: 1}}}]} | spec.include[0].labels.matchLabels.a: found the value 1 (a number), expected a label's value; put it in quotes
        {namespaces: [a], include: [{labels: {matchExpressions: [{key: a, operator: in, values: [b]}]}}]} | spec.include[0].labels.matchExpressions[0].operator: found "in"; allowed: In, NotIn, Exists, DoesNotExist; did you mean In?
        {namespaces: [a], include: [{labels: {matchExpressions: [{operator: In, values: [b]}]}}]} | spec.include[0].labels.matchExpressions[0].key: missing; expected a label key
        {namespaces: [a], include: [{labels: {matchExpressions: [{key: a, operator: In}]}}]} | spec.include[0].labels.matchExpressions[0]: label "a": no values given; at least one is needed
        {namespaces: [a], include: [{labels: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}]} | spec.include[0].labels.matchExpressions[0]: label "a": values given; a test of existence has none
        clusterScoped: [{namespaces: [a]}]          | spec.clusterScoped[0].namespaces: unknown field; allowed: kinds, names, labels
        {namespaces: [a], onForbidden: warning}     | spec.onForbidden: found "warning"; allowed: error, warn
        {namespaces: [a], onForbidden: true}        | spec.onForbidden: found the value true (true or false), expected error or warn
        """)
    void aMistakeNamesLineFieldWhatWasFoundAndWhatIsAllowed(String spec, String message) {
        assertThatThrownBy(() -> Definitions.read(spec))
                .isInstanceOf(InvalidDefinition.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .matches("(?s)shop.yaml:[45]: .*")
                        .contains(": " + message));
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheText() {
        String text = """
            apiVersion: protect.k8s.jenkins.io/v2
            kind: Application
            metadata: {name: Shop}
            spec:
              onForbidden: never
              namespaces: [shop]
              include:
              - kind: [Secret]
              exclude:
              - kinds: [Event, 7]
            """;

        assertThatThrownBy(() -> ApplicationParser.parse(text, "shop.yaml"))
                .isInstanceOfSatisfying(InvalidDefinition.class, e -> {
                    assertThat(e.mistakes()).extracting(Mistake::line).containsExactly(1, 3, 5, 8, 10);
                    assertThat(e.mistakes()).extracting(Mistake::column).containsExactly(13, 18, 16, 5, 20);
                    assertThat(e.mistakes())
                            .extracting(Mistake::field)
                            .containsExactly(
                                    "apiVersion",
                                    "metadata.name",
                                    "spec.onForbidden",
                                    "spec.include[0].kind",
                                    "spec.exclude[0].kinds[1]");
                    assertThat(e.getMessage().lines()).hasSize(5);
                    assertThat(e.getMessage().lines().skip(3).findFirst())
                            .hasValue("shop.yaml:8: spec.include[0].kind: unknown field; allowed: kinds, names, labels,"
                                    + " namespaces; did you mean kinds?");
                });
    }

    @Test
    void duplicateKeysAreRefusedAnywhere() {
        String text = """
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata:
              name: shop
              labels: {a.b: c, a.b: d}
            spec:
              namespaces: [shop]
              exclude: [{kinds: [Event]}]
              namespaces: [shop-db]
            """;

        assertMessage(text, """
            shop.yaml:5: metadata.labels["a.b"]: given twice, first in line 5; remove one
            shop.yaml:9: spec.namespaces: given twice, first in line 7; remove one\
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds: [*.batch]", "kinds: [*]", "names:\n  - *-db\n", "names: *\n", "names: [*]"})
    void aStarWithoutQuotesIsToldAsWhatItIs(String rule) {
        String text = Definitions.text("namespaces: [shop]\ninclude:\n- " + rule);

        assertThatThrownBy(() -> ApplicationParser.parse(text, "shop.yaml"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageMatching("(?s)shop.yaml:[789]: .*")
                .hasMessageContaining("a value that begins with * must be in quotes");
    }

    @Test
    void mergeKeysAreRefused() {
        assertThatThrownBy(() -> Definitions.read("""
            namespaces: [shop]
            include:
            - &a {kinds: [Secret]}
            - {<<: *a, names: [x]}\
            """))
                .hasMessage(
                        "shop.yaml:8: spec.include[1][\"<<\"]: merge keys are not part of YAML 1.2; write the fields"
                                + " out");
    }

    @Test
    void aHeaderThatIsNoApplicationIsTheOnlyMistake() {
        assertMessage(
                "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 1}\n",
                "shop.yaml:2: kind: found \"Deployment\"; the kind of an application definition is Application");
        assertMessage("a: b", "shop.yaml:1: kind: missing; expected Application");
        assertMessage("[]", "shop.yaml:1: found a list, expected a mapping with apiVersion, kind, metadata and spec");
    }

    @Test
    void missingFieldsAreNamed() {
        assertMessage("kind: Application", """
            shop.yaml:1: apiVersion: missing; expected protect.k8s.jenkins.io/v1
            shop.yaml:1: metadata: missing; expected a mapping with the name
            shop.yaml:1: spec: missing; expected a mapping with namespaces\
            """);
        assertMessage(
                Definitions.text("namespaces: [a]").replace("name: shop", ""),
                "shop.yaml:3: metadata.name: missing; expected the application's name");
    }

    @Test
    void anApplicationsNameIsADnsLabel() {
        for (String name : new String[] {"Shop", "a.b", "-a", "a".repeat(64)}) {
            assertThatThrownBy(() -> ApplicationParser.parse(
                            Definitions.text("namespaces: [a]").replace("name: shop", "name: " + name), "shop.yaml"))
                    .hasMessageContaining("metadata.name: found ")
                    .hasMessageContaining("1 to 63 of a-z");
        }
    }

    @Test
    void ofSeveralDocumentsExactlyOneMustBeAnApplication() {
        String shop = Definitions.text("namespaces: [shop]");

        assertMessage(
                shop + "---\n" + shop,
                "shop.yaml:7: a second application definition (others in lines 1); give one a file");
        assertMessage(
                "a: b\n---\nc: d\n",
                "shop.yaml: none of its 2 documents has apiVersion protect.k8s.jenkins.io/v1 and kind Application");
        assertMessage("", "shop.yaml: is empty; expected an application definition");
        assertMessage("# nothing\n", "shop.yaml: is empty; expected an application definition");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a: [b        | shop.yaml:1: not YAML: while parsing a flow sequence
        a: b: c      | shop.yaml:1: not YAML: mapping values are not allowed here
        a: @b        | shop.yaml:1: not YAML: while scanning for the next token: found character '@'
        a: "b        | shop.yaml:1: not YAML: while scanning a quoted scalar
        """)
    void whatIsNoYamlIsToldWithItsLine(String text, String message) {
        assertThatThrownBy(() -> ApplicationParser.parse(text, "shop.yaml"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aControlCharacterIsToldWithItsLine() {
        assertMessage("a: b\nc: \u0001\n", "shop.yaml:2: not YAML: the character U+0001 is not allowed in it");
    }

    private static void assertMessage(String text, String message) {
        assertThatThrownBy(() -> ApplicationParser.parse(text, "shop.yaml"))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessage(message);
    }
}
