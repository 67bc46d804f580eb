package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server that says exactly what a test has it say, byte for byte, and counts connections. */
final class WireServer implements AutoCloseable {
    /** Answers requests; {@link #HANG} answers nothing, {@link #HANG_UP} closes the connection. */
    interface Script {
        /**
         * @param connection number of the connection, from 1
         * @param request number of the request on that connection, from 1
         * @param head request line and header fields
         */
        String answer(int connection, int request, String head) throws IOException;
    }

    static final String HANG = "hang";
    static final String HANG_UP = "hang up";
    /** After the text before it, the connection is closed. */
    static final String THEN_CLOSE = "\u0000close";

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    final List<String> heads = new CopyOnWriteArrayList<>();
    /** Counted down when a request is left without an answer. */
    final CountDownLatch hanging = new CountDownLatch(1);

    private WireServer(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        start(this::accept);
    }

    static WireServer plain(Script script) {
        try {
            return new WireServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WireServer tls(SSLContext context, Script script) {
        try {
            ServerSocket socket =
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new WireServer(socket, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer with a body of known length. */
    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    /** Access to this server over plain HTTP. */
    ClusterAccess access(Path folder) {
        return access(folder, "server: \"http://127.0.0.1:" + port() + "\"", "token: t");
    }

    static ClusterAccess access(Path folder, String cluster, String user) {
        String text = "kind: Config\napiVersion: v1\ncurrent-context: main\nclusters: [{name: c, cluster: {" + cluster
                + "}}]\nusers: [{name: u, user: {" + user + "}}]\n"
                + "contexts: [{name: main, context: {cluster: c, user: u}}]\n";
        try {
            return ClusterAccess.fromKubeconfig(Files.writeString(folder.resolve("kubeconfig"), text), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                int number = accepted.incrementAndGet();
                start(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int request = 1; ; request++) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                heads.add(head);
                String answer = script.answer(number, request, head);
                if (answer.equals(HANG)) {
                    hanging.countDown();
                    ended.await(1, TimeUnit.MINUTES);
                    return;
                }
                if (answer.equals(HANG_UP)) {
                    return;
                }
                String text = answer.replace(THEN_CLOSE, "");
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                if (answer.endsWith(THEN_CLOSE)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client went, or the test is over.
        }
    }

    /** A head, whose body is read and dropped; empty at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        int length = head.indexOf("Content-Length: ");
        if (length >= 0) {
            in.skipNBytes(Long.parseLong(head.substring(length + 16, head.indexOf("\r\n", length))));
        }
        return head.toString();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
