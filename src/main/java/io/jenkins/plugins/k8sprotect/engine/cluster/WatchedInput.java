package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** What comes in on a connection whose reads wait but shortly: looks after each of them what else there is to do. */
final class WatchedInput extends InputStream {
    /** What there is to do between two reads. */
    @FunctionalInterface
    interface Watch {
        /**
         * @param heard whether something came
         * @throws IOException to end the reading
         */
        void look(boolean heard) throws IOException;
    }

    private final InputStream in;
    private final Watch watch;

    WatchedInput(InputStream in, Watch watch) {
        this.in = in;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                int count = in.read(buffer, offset, length);
                watch.look(true);
                return count;
            } catch (SocketTimeoutException e) {
                watch.look(false);
            }
        }
    }
}
