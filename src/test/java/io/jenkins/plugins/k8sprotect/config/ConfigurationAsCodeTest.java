package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The documented example, set as the plugin Configuration as Code does it: by symbols, data-bound names and setters. */
class ConfigurationAsCodeTest {
    private final GivenJenkins given = new GivenJenkins();
    private final Map<String, Object> example = example();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void the_example_has_every_attribute_and_no_other() {
        assertThat(example)
                .containsOnlyKeys("clusters", "storages", "allowedExecCommands", "maxConcurrentOnController");
        assertThat(K8sProtectConfiguration.class.getAnnotation(Symbol.class).value())
                .containsExactly("k8sProtect");
    }

    @Test
    void the_example_is_accepted_and_each_of_its_keys_bound() throws Exception {
        for (Map<String, Object> entry : entries("clusters")) {
            assertThat(bound(entry, NamedClusterEntry.class)).isInstanceOf(NamedClusterEntry.class);
        }
        given.configuration.setClusters(entries("clusters").stream()
                .map(e -> (NamedClusterEntry) bound(e, NamedClusterEntry.class))
                .toList());
        given.configuration.setStorages(entries("storages").stream()
                .map(e -> (NamedStorageEntry) bound(e, NamedStorageEntry.class))
                .toList());

        assertThat(given.configuration.clusterNames()).containsExactly("prod", "dr");
        assertThat(given.configuration.storageNames()).containsExactly("backups", "backups-on-premises", "share");
        assertThat(given.configuration.cluster("dr").shown()).isEqualTo("token for https://10.1.0.1:6443");
        assertThat(((S3Storage) given.configuration.storage("backups-on-premises")).getPathStyle())
                .isTrue();
    }

    /** Binds an entry whose choice is under its symbol, and fails on a key that nothing would take. */
    private static Object bound(Map<String, Object> entry, Class<?> type) {
        JSONObject json = new JSONObject();
        entry.forEach((key, value) -> json.element(key, value instanceof Map<?, ?> choice ? choice(choice) : value));
        return new FormRequest().get().bindJSON(type, json);
    }

    private static JSONObject choice(Map<?, ?> bySymbol) {
        Map.Entry<?, ?> only = bySymbol.entrySet().iterator().next();
        Class<?> type = GivenJenkins.DESCRIPTORS.stream()
                .filter(d -> d.getClass().isAnnotationPresent(Symbol.class))
                .filter(d -> List.of(d.getClass().getAnnotation(Symbol.class).value())
                        .contains(only.getKey()))
                .map(d -> d.clazz)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no symbol " + only.getKey()));
        JSONObject json = new JSONObject().element("$class", type.getName());
        ((Map<?, ?>) only.getValue()).forEach((key, value) -> {
            assertThat(FormResourcesTest.fields(type)).as("%s", only.getKey()).contains((String) key);
            json.element((String) key, value);
        });
        return json;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> entries(String key) {
        return (List<Map<String, Object>>) example.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> example() {
        try {
            Matcher block = Pattern.compile("```yaml\n(unclassified:.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("docs/configuration.md")));
            assertThat(block.find()).isTrue();
            Map<String, Object> root =
                    (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(block.group(1));
            return (Map<String, Object>) ((Map<String, Object>) root.get("unclassified")).get("k8sProtect");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
