package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WebSocketLawsTest {
    @Property(tries = 300)
    void messagesAreTheSameHoweverTheyAreCutAndWhateverStandsBetween(
            @ForAll @Size(max = 5) List<@Size(max = 300) byte[]> messages,
            @ForAll @IntRange(min = 1, max = 200) int frame,
            @ForAll @IntRange(min = 1, max = 7) int buffer,
            @ForAll boolean pings)
            throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            wire.writeBytes(cut(message, frame, pings));
        }
        wire.writeBytes(new byte[] {(byte) 0x88, 0});

        assertThat(read(wire.toByteArray(), buffer)).containsExactlyElementsOf(messages);
    }

    private static byte[] cut(byte[] message, int size, boolean pings) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (int at = 0; at == 0 || at < message.length; at += size) {
            int end = Math.min(message.length, at + size);
            int first = (at == 0 ? 0x2 : 0x0) | (end == message.length ? 0x80 : 0);
            wire.writeBytes(ExecServer.frame(first, -1, Arrays.copyOfRange(message, at, end)));
            if (pings) {
                wire.writeBytes(ExecServer.frame(0x89, -1, new byte[] {1, 2, 3}));
            }
        }
        return wire.toByteArray();
    }

    private static List<byte[]> read(byte[] wire, int bufferSize) throws IOException {
        WebSocket socket = new WebSocket(new HttpConnection(new Socket(), new Wire(wire)), Exec.V5);
        List<byte[]> messages = new ArrayList<>();
        byte[] buffer = new byte[bufferSize];
        while (socket.next()) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int count; (count = socket.read(buffer, 0, buffer.length)) >= 0; ) {
                message.write(buffer, 0, count);
            }
            messages.add(message.toByteArray());
        }
        assertThat(socket.closeCode()).isEqualTo(WebSocket.NO_CODE);
        return messages;
    }

    /** A socket whose other end has said all it has to say. */
    private static final class Wire extends Socket {
        private final InputStream in;

        Wire(byte[] bytes) {
            this.in = new ByteArrayInputStream(bytes);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
