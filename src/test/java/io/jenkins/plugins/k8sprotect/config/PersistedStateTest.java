package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to disk: with a Pipeline that waits, and in the configuration of Jenkins. */
class PersistedStateTest {
    /** What XStream and Java's serialization write as plain text. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Boolean.class, int.class, List.class, ClusterChoice.class, StorageChoice.class);

    static Stream<Class<?>> persisted() {
        return Stream.of(
                KubeconfigCluster.class,
                TokenCluster.class,
                NamedCluster.class,
                S3Storage.class,
                DirectoryStorage.class,
                NamedStorage.class,
                NamedClusterEntry.class,
                NamedStorageEntry.class,
                K8sProtectConfiguration.class);
    }

    @ParameterizedTest
    @MethodSource("persisted")
    void holds_plain_values_and_ids_of_credentials(Class<?> type) {
        assertThat(fields(type))
                .allSatisfy(field -> assertThat(PLAIN).as("%s", field).contains(field.getType()));
        assertThat(fields(type).map(Field::getName))
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(secret|password|token|key)$"));
    }

    @Test
    void names_of_fields_are_what_configurations_on_disk_have() {
        Set<String> names = new TreeSet<>();
        persisted()
                .flatMap(type -> fields(type).map(f -> type.getSimpleName() + "." + f.getName()))
                .forEach(names::add);

        assertThat(names)
                .containsExactly(
                        "DirectoryStorage.path",
                        "K8sProtectConfiguration.allowedExecCommands",
                        "K8sProtectConfiguration.clusters",
                        "K8sProtectConfiguration.maxConcurrentOnController",
                        "K8sProtectConfiguration.storages",
                        "KubeconfigCluster.context",
                        "KubeconfigCluster.credentialsId",
                        "NamedCluster.name",
                        "NamedClusterEntry.cluster",
                        "NamedClusterEntry.name",
                        "NamedStorage.name",
                        "NamedStorageEntry.name",
                        "NamedStorageEntry.storage",
                        "S3Storage.bucket",
                        "S3Storage.credentialsId",
                        "S3Storage.endpoint",
                        "S3Storage.pathStyle",
                        "S3Storage.prefix",
                        "S3Storage.region",
                        "TokenCluster.caCertificate",
                        "TokenCluster.credentialsId",
                        "TokenCluster.server");
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers()));
    }

    @Test
    void a_choice_survives_a_restart_of_the_controller() throws Exception {
        S3Storage storage = new S3Storage("backups", "keys");
        storage.setPrefix("prod");
        storage.setPathStyle(true);
        KubeconfigCluster cluster = new KubeconfigCluster("kube");
        cluster.setContext("admin");

        assertThat(again(storage)).usingRecursiveComparison().isEqualTo(storage);
        assertThat(again(cluster)).usingRecursiveComparison().isEqualTo(cluster);
        assertThat(again(new NamedCluster("prod")).getName()).isEqualTo("prod");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T again(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
