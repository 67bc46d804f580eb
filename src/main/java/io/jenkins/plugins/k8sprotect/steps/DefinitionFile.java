package io.jenkins.plugins.k8sprotect.steps;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;

/**
 * Reads a definition out of a workspace, on the machine where that is. Nothing outside of the workspace is read: no
 * absolute path, no {@code ..}, no symbolic link that leads out.
 */
final class DefinitionFile extends MasterToSlaveFileCallable<DefinitionText> {
    private static final long serialVersionUID = 1;

    /** What a definition may have, and one more to notice that it has more. */
    private static final int MAX_BYTES = 1 << 20;

    private final String name;

    DefinitionFile(String name) {
        this.name = name;
    }

    @Override
    public DefinitionText invoke(File folder, VirtualChannel channel) throws IOException {
        Path workspace = folder.toPath().toRealPath();
        Path file;
        try {
            file = workspace.resolve(name.replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            return problem("is no path");
        }
        if (Path.of(name).isAbsolute() || !file.startsWith(workspace)) {
            return problem("lies outside of the workspace; allowed: a path below it, such as 'k8s/shop.yaml'");
        }
        if (!Files.exists(file)) {
            return problem("there is no such file in the workspace " + folder
                    + "; check it out before this step, or give the definition itself");
        }
        if (!file.toRealPath().startsWith(workspace)) {
            return problem("is a link that leads out of the workspace; allowed: a file in it");
        }
        if (!Files.isRegularFile(file)) {
            return problem("is not a file");
        }
        return read(file);
    }

    private DefinitionText read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return problem("is larger than a definition may be, 1 MiB");
            }
            return DefinitionText.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return problem("is not UTF-8; save the file in that encoding");
        }
    }

    private DefinitionText problem(String what) {
        return DefinitionText.failed("app: " + Problems.quoted(name) + " " + what);
    }
}
