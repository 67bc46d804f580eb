package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.model.TaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A build's log. What is sent to an agent writes here from there, a line at a time; what is persisted is an error, as in
 * Jenkins.
 */
public final class BuildLog implements TaskListener {
    private static final Map<String, BuildLog> KNOWN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final transient Path file;
    private final transient PrintStream out;
    private transient volatile PrintStream copy;

    BuildLog(Path file) throws IOException {
        this.file = file;
        this.out = new PrintStream(new Lines(Files.newOutputStream(file)), true, StandardCharsets.UTF_8);
        KNOWN.put(id, this);
    }

    /** Writes every line there too. */
    public void copyTo(PrintStream other) {
        copy = other;
    }

    public void println(String line) {
        out.println(line);
    }

    /** All of it so far. */
    public String text() {
        out.flush();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    private Object writeReplace() throws IOException {
        if (!Wire.isAgents()) {
            throw new IOException("a TaskListener cannot be persisted");
        }
        return new Handle(id);
    }

    /** What travels instead. */
    private record Handle(String id) implements java.io.Serializable {
        private Object readResolve() {
            return KNOWN.get(id);
        }
    }

    /** Whole lines only, so that those of several threads do not mix. */
    private final class Lines extends OutputStream {
        private final OutputStream to;
        private final ThreadLocal<java.io.ByteArrayOutputStream> line =
                ThreadLocal.withInitial(java.io.ByteArrayOutputStream::new);

        Lines(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            line.get().write(b);
            if (b == '\n') {
                emit();
            }
        }

        private synchronized void emit() throws IOException {
            byte[] bytes = line.get().toByteArray();
            line.get().reset();
            to.write(bytes);
            PrintStream other = copy;
            if (other != null) {
                other.write(bytes);
                other.flush();
            }
        }
    }
}
