package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Leaves open what a plain scalar is, so that {@link ManifestScalar} decides; one with a tag keeps its tag. */
final class ManifestSchema implements Schema {
    /** Of plain scalars without a tag. */
    static final Tag PLAIN = new Tag("!k8s-protect-plain");

    @Override
    public ScalarResolver getScalarResolver() {
        return (value, implicit) -> implicit ? PLAIN : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of();
    }
}
