package io.jenkins.plugins.k8sprotect.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathCodecTest {
    @Test
    void an_object_in_a_namespace() {
        assertThat(path("apps", "deployments", "shop", "web")).isEqualTo("apps/v1/deployments/shop/web.json");
    }

    @Test
    void a_core_object_without_a_namespace() {
        assertThat(path("", "namespaces", "", "shop")).isEqualTo("core/v1/namespaces/_cluster/shop.json");
    }

    @Test
    void colons_and_capitals_of_rbac_names_are_encoded() {
        assertThat(path("rbac.authorization.k8s.io", "clusterroles", "", "system:Node"))
                .isEqualTo("rbac.authorization.k8s.io/v1/clusterroles/_cluster/system%3A%4Eode.json");
    }

    @Test
    void reserved_words_have_no_double() {
        assertThat(path("core", "configmaps", "_cluster", "x")).isEqualTo("%63ore/v1/configmaps/%5Fcluster/x.json");
    }

    @Property
    void what_was_encoded_comes_back(@ForAll("names") String name) {
        assertThat(PathCodec.decode(PathCodec.encode(name))).isEqualTo(name);
    }

    @Property
    void a_part_is_safe_on_every_file_system(@ForAll("names") String name) {
        assertThat(PathCodec.encode(name))
                .matches("[a-z0-9.%A-F-]*")
                .isNotIn(".", "..")
                .doesNotContain("/");
    }

    @Property
    void different_objects_have_different_paths(
            @ForAll("names") String a,
            @ForAll("names") String b,
            @ForAll("names") String c,
            @ForAll("names") String d) {
        String one = path(a, "things", b, c);
        String other = path(b, "things", c, d);

        assertThat(one.equals(other)).isEqualTo(a.equals(b) && b.equals(c) && c.equals(d));
        assertThat(one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT)))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("core", "_cluster", ".", "..", "...", "a", "A", "%41", "%61", "a/b", "..\\", ""),
                Arbitraries.strings().ofMaxLength(253),
                Arbitraries.strings().withChars("aA.%/-_:0").ofMaxLength(8));
    }

    private static String path(String group, String resource, String namespace, String name) {
        ResourceType type = new ResourceType(new GroupKind(group, "Thing"), "v1", resource, !namespace.isEmpty());
        return PathCodec.path(new IndexRow(type, namespace, name, "", List.of(), "", 0, 0));
    }
}
