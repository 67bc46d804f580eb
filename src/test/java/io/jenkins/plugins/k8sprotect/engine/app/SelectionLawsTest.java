package io.jenkins.plugins.k8sprotect.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectionLawsTest {
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void selectionEqualsANaiveReadingOfTheRules(
            @ForAll("applications") Application app, @ForAll("objects") List<ObjectHeader> objects) {
        Selection selection = Selection.of(app);

        for (ObjectHeader object : objects) {
            assertThat(selection.decide(object).included())
                    .as("%s", object)
                    .isEqualTo(NaiveSelection.isPart(app, object));
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsPartOfItIsNeverLeftUnlisted(
            @ForAll("applications") Application app, @ForAll("objects") List<ObjectHeader> objects) {
        Selection selection = Selection.of(app);

        for (ObjectHeader object : objects) {
            if (selection.decide(object).included()) {
                assertThat(selection.mayWant(object.type())).isTrue();
                assertThat(selection.mayWant(object.type(), object.namespace())).isTrue();
                assertThat(object.type().namespaced() && !selection.wantsNamespace(object.namespace()))
                        .isFalse();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aDecisionNamesTheRulesThatMatchedAndAReason(
            @ForAll("applications") Application app, @ForAll("objects") List<ObjectHeader> objects) {
        for (ObjectHeader object : objects) {
            Decision decision = Selection.of(app).decide(object);

            assertThat(decision.reason()).isNotBlank();
            assertThat(decision.rules()).allMatch(rule -> rule.matches(object));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anExcludeRuleMoreNeverAddsAnObject(
            @ForAll("applications") Application app,
            @ForAll("rules") List<Rule> more,
            @ForAll("objects") List<ObjectHeader> objects) {
        Application narrower = new Application(
                app.name(),
                app.namespaces(),
                app.include(),
                Stream.concat(app.exclude().stream(), more.stream()).toList(),
                app.clusterScoped(),
                app.onForbidden(),
                app.source());

        for (ObjectHeader object : objects) {
            if (Selection.of(narrower).decide(object).included()) {
                assertThat(Selection.of(app).decide(object).included()).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<List<ObjectHeader>> objects() {
        Arbitrary<Map<String, String>> labels = Arbitraries.maps(
                        Arbitraries.of("app", "tier", Application.EXCLUDE_LABEL),
                        Arbitraries.of("shop", "db", "true", ""))
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(SampleObjects.TYPES),
                        Arbitraries.of("shop", "shop-db", "other"),
                        Arbitraries.of("shop", "shop-db", "db-0", "other"),
                        labels)
                .as(SampleObjects::object)
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<Application> applications() {
        return Combinators.combine(patterns(0), rules(), rules(), rules())
                .as((namespaces, include, exclude, clusterScoped) ->
                        new Application("shop", namespaces, include, exclude, clusterScoped, OnForbidden.ERROR, ""));
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<List<KindPattern>> kinds = Arbitraries.of(
                        "*",
                        "*.apps",
                        "*.",
                        "ConfigMap",
                        "secrets",
                        "event.",
                        "Event",
                        "NAMESPACE",
                        "Cluster*",
                        "*.*.k8s.io")
                .map(KindPattern::parse)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(kinds, patterns(0), selectors(), patterns(0))
                .as((k, names, labels, namespaces) -> new Rule("rule", k, names, labels, namespaces))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<NamePattern>> patterns(int atLeast) {
        return Arbitraries.of("*", "shop", "shop*", "*-db", "db-?", "other")
                .map(NamePattern::ofNamespace)
                .list()
                .ofMinSize(atLeast)
                .ofMaxSize(2);
    }

    private static Arbitrary<LabelSelector> selectors() {
        return Arbitraries.of("", "", "app=shop", "app!=shop", "app", "!app", "tier in (db,)", "tier notin (db),app")
                .map(LabelSelector::parse);
    }
}
