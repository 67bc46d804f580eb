package io.jenkins.plugins.k8sprotect.engine.object;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FieldSetLawsTest {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theSetOfAllFieldsExtractsTheWholeObject(@ForAll("objects") ObjectNode object) {
        assertThat(FieldSet.extract(everythingIn(object), object)).isEqualTo(object);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void extractingTwiceIsExtractingOnce(@ForAll("objects") ObjectNode object, @ForAll("objects") ObjectNode other) {
        ObjectNode set = everythingIn(other);

        ObjectNode once = FieldSet.extract(set, object);

        assertThat(FieldSet.extract(set, once)).isEqualTo(once);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theSetOfAllFieldsTouchesAnyObjectThatHasOne(@ForAll("objects") ObjectNode object) {
        assertThat(FieldSet.touches(everythingIn(object), object)).isEqualTo(!object.isEmpty());
    }

    private static ObjectNode everythingIn(ObjectNode object) {
        ObjectNode set = Json.newObject();
        object.properties()
                .forEach(e -> set.set(
                        "f:" + e.getKey(),
                        e.getValue() instanceof ObjectNode below ? everythingIn(below) : Json.newObject()));
        return set;
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        return objectsOfDepth(3);
    }

    private static Arbitrary<ObjectNode> objectsOfDepth(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.integers().between(0, 9).map(Json.MAPPER::<JsonNode>valueToTree);
        Arbitrary<JsonNode> value = depth == 0
                ? leaf
                : Arbitraries.oneOf(leaf, objectsOfDepth(depth - 1).map(o -> (JsonNode) o));
        Arbitrary<String> name = Arbitraries.of("a", "b", "c.d/e");
        return Combinators.combine(name, value)
                .as(java.util.Map::entry)
                .list()
                .ofMaxSize(3)
                .map(entries -> {
                    ObjectNode object = Json.newObject();
                    entries.forEach(e -> object.set(e.getKey(), e.getValue()));
                    return object;
                });
    }
}
