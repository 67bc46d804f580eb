package hudson.remoting;

import java.io.Closeable;
import java.io.IOException;

public class Channel implements VirtualChannel, IChannel, Closeable {
    Channel() {}

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> a) throws IOException, T, InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> a) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
