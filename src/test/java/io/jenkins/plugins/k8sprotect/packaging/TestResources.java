package io.jenkins.plugins.k8sprotect.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the data that these tests compare with. */
final class TestResources {

    private TestResources() {}

    /** A properties file of the test class path as a map. */
    static Map<String, String> properties(String path) {
        Properties properties = new Properties();
        try (InputStream in = TestResources.class.getResourceAsStream(path)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }
}
