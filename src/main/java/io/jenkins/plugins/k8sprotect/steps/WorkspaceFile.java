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
 * Reads a text out of a workspace, on the machine where that is. Nothing outside of the workspace is read: no
 * absolute path, no {@code ..}, no symbolic link that leads out.
 */
final class WorkspaceFile extends MasterToSlaveFileCallable<WorkspaceText> {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String name;
    private final int maxMebibytes;

    /**
     * @param parameter the step's, for messages
     * @param name path below the workspace
     * @param maxMebibytes a larger file is refused
     */
    WorkspaceFile(String parameter, String name, int maxMebibytes) {
        this.parameter = parameter;
        this.name = name;
        this.maxMebibytes = maxMebibytes;
    }

    @Override
    public WorkspaceText invoke(File folder, VirtualChannel channel) throws IOException {
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
                    + "; check it out before this step, or give its text instead");
        }
        if (!file.toRealPath().startsWith(workspace)) {
            return problem("is a link that leads out of the workspace; allowed: a file in it");
        }
        if (!Files.isRegularFile(file)) {
            return problem("is not a file");
        }
        return read(file);
    }

    private WorkspaceText read(Path file) throws IOException {
        int maxBytes = maxMebibytes << 20;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                return problem("is larger than it may be, " + maxMebibytes + " MiB");
            }
            return WorkspaceText.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return problem("is not UTF-8; save the file in that encoding");
        }
    }

    private WorkspaceText problem(String what) {
        return WorkspaceText.failed(parameter + ": " + Problems.quoted(name) + " " + what);
    }
}
