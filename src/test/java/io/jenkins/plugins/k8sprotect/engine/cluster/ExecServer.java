package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that accepts one WebSocket a connection, and then says exactly what a test has it say. */
final class ExecServer implements AutoCloseable {
    /** The talk after the handshake; the connection is closed at its end. */
    interface Talk {
        void run(Peer peer) throws IOException, InterruptedException;
    }

    /** A frame that a client sent, unmasked. */
    record Received(int opcode, boolean masked, byte[] payload) {}

    private final ServerSocket server;
    private final String protocol;
    private final Talk talk;
    final List<String> heads = new CopyOnWriteArrayList<>();

    ExecServer(String protocol, Talk talk) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.protocol = protocol;
        this.talk = talk;
        Thread thread = new Thread(this::accept, "exec-server");
        thread.setDaemon(true);
        thread.start();
    }

    ClusterAccess access(Path folder) {
        return WireServer.access(folder, "server: \"http://127.0.0.1:" + server.getLocalPort() + "\"", "token: t");
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                Peer peer = new Peer(socket);
                String head = peer.head();
                heads.add(head);
                peer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Handshake.acceptOf(field(head, "Sec-WebSocket-Key"))
                        + "\r\nSec-WebSocket-Protocol: " + protocol + "\r\n\r\n");
                talk.run(peer);
            } catch (IOException | InterruptedException e) {
                // The client went, or the test is over.
            }
        }
    }

    static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The client at the other end. */
    static final class Peer {
        private final Socket socket;
        private final DataInputStream in;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        private String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            return head.toString();
        }

        void raw(String latin1) throws IOException {
            raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        void raw(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** One whole message on a channel. */
        void message(int channel, String text) throws IOException {
            raw(frame(0x82, channel, text.getBytes(StandardCharsets.UTF_8)));
        }

        void status(String json) throws IOException {
            message(3, json.replace('\'', '"'));
        }

        void success() throws IOException {
            status("{'metadata':{},'status':'Success'}");
        }

        void close(int code) throws IOException {
            raw(new byte[] {(byte) 0x88, 2, (byte) (code >> 8), (byte) code});
        }

        Received receive() throws IOException {
            int opcode = in.readUnsignedByte() & 0x0F;
            int second = in.readUnsignedByte();
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(second & 0x7F);
            if (payload.length < (second & 0x7F)) {
                throw new EOFException();
            }
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Received(opcode, (second & 0x80) != 0, payload);
        }

        /** Returns when the client has closed. */
        void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                // What it says does not matter.
            }
        }
    }

    /**
     * A frame of a server.
     *
     * @param first its first byte
     * @param channel first byte of the payload; -1 for none
     */
    static byte[] frame(int first, int channel, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int length = payload.length + (channel < 0 ? 0 : 1);
        frame.write(first);
        if (length < 126) {
            frame.write(length);
        } else if (length < 1 << 16) {
            frame.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
        } else {
            frame.writeBytes(new byte[] {127, 0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16)});
            frame.writeBytes(new byte[] {(byte) (length >> 8), (byte) length});
        }
        if (channel >= 0) {
            frame.write(channel);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
