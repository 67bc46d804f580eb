package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Writes what a WebSocket client says of its own accord: control frames (RFC 6455 section 5.5). */
final class FrameWriter {
    private final OutputStream out;
    private final SecureRandom random = new SecureRandom();

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Sends one frame, masked as a client must (section 5.3).
     *
     * @param payload at most 125 bytes
     */
    void control(int opcode, byte[] payload) throws IOException {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(mask, 0, frame, 2, mask.length);
        for (int i = 0; i < payload.length; i++) {
            frame[6 + i] = (byte) (payload[i] ^ mask[i % mask.length]);
        }
        out.write(frame);
        out.flush();
    }
}
