package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.nop.NOPServiceProvider;

/** The libraries in the archive are enough, and of versions that fit together, with the two that Jenkins brings. */
class BundledLibrariesIT {

    @TempDir
    private static Path folder;

    private static URLClassLoader plugin;

    @BeforeAll
    static void unpack() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry :
                Archives.entries(Path.of("target", "k8s-protect.hpi")).entrySet()) {
            if (entry.getKey().startsWith("WEB-INF/lib/")) {
                Path jar = folder.resolve(entry.getKey().substring("WEB-INF/lib/".length()));
                urls.add(Files.write(jar, entry.getValue()).toUri().toURL());
            }
        }
        urls.add(Logger.class.getProtectionDomain().getCodeSource().getLocation());
        urls.add(NOPServiceProvider.class.getProtectionDomain().getCodeSource().getLocation());
        urls.add(Hex.class.getProtectionDomain().getCodeSource().getLocation());
        plugin = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        plugin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.jenkins.plugins.k8sprotect.engine.object.Json",
                "io.fabric8.kubernetes.client.utils.Serialization",
                "io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory",
                "software.amazon.awssdk.services.s3.S3Client",
                "software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient",
                "com.github.luben.zstd.ZstdOutputStream",
                "org.apache.commons.compress.archivers.tar.TarArchiveOutputStream",
                "org.snakeyaml.engine.v2.api.Load"
            })
    void aClassInitializesOnThem(String name) {
        assertThatCode(() -> Class.forName(name, true, plugin)).doesNotThrowAnyException();
    }
}
