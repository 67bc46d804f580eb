package io.jenkins.plugins.k8sprotect.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads jars, wars and jars in wars. */
final class Archives {

    private Archives() {}

    /** The entries by name, directories left out. */
    static Map<String, byte[]> entries(Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            return entries(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> entries(byte[] archive) {
        return entries(new ByteArrayInputStream(archive));
    }

    /** The main attributes of the archive's manifest; none if it has no manifest. */
    static Attributes manifest(Map<String, byte[]> entries) {
        byte[] bytes = entries.getOrDefault("META-INF/MANIFEST.MF", new byte[0]);
        try {
            return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(InputStream archive) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(archive)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
