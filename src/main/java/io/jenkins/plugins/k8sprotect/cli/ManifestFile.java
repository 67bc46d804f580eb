package io.jenkins.plugins.k8sprotect.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a manifest. */
final class ManifestFile {
    /** One byte more than the engine takes. */
    private static final int MOST = (10 << 20) + 1;

    private ManifestFile() {}

    /**
     * @param name a file, or {@code -} for standard input
     * @throws UserError if it cannot be read
     */
    static String read(String name, InputStream standardInput) {
        try {
            if (name.equals("-")) {
                return text(standardInput);
            }
            try (InputStream file = Files.newInputStream(Path.of(name))) {
                return text(file);
            }
        } catch (CharacterCodingException e) {
            throw new UserError("--apply: " + name + ": not UTF-8; save the file in that encoding");
        } catch (IOException e) {
            throw new UserError("--apply: " + name
                    + (Files.exists(Path.of(name)) ? ": cannot be read" : ": no such file")
                    + "; name the file with the manifest, or - for standard input");
        }
    }

    private static String text(InputStream utf8) throws IOException {
        byte[] bytes = utf8.readNBytes(MOST);
        if (bytes.length == MOST) {
            throw new UserError("--apply: larger than " + (MOST - 1) + " bytes; apply it in several parts");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
