package io.jenkins.plugins.k8sprotect.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server that takes connections and never answers. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> connections = new ArrayList<>();

    SilentServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::take, "silent server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void take() {
        try {
            while (true) {
                Socket connection = server.accept();
                synchronized (connections) {
                    connections.add(connection);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    int connections() {
        synchronized (connections) {
            return connections.size();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (connections) {
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }
}
