package hudson.remoting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Reaches the stream that it was made of from wherever it was sent to: tests need that. */
public final class RemoteOutputStream extends OutputStream implements SerializableOnlyOverRemoting {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<Integer, OutputStream> EXPORTED = new ConcurrentHashMap<>();

    private final int id = NEXT.incrementAndGet();

    public RemoteOutputStream(OutputStream core) {
        EXPORTED.put(id, core);
    }

    @Override
    public void write(int b) throws IOException {
        EXPORTED.get(id).write(b);
    }

    @Override
    public void write(byte[] b) throws IOException {
        EXPORTED.get(id).write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        EXPORTED.get(id).write(b, off, len);
    }

    @Override
    public void flush() throws IOException {
        EXPORTED.get(id).flush();
    }

    @Override
    public void close() throws IOException {
        EXPORTED.get(id).close();
    }
}
