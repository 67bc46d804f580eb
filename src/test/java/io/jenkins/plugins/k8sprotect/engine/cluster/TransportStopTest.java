package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.HANG;
import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that hangs does not hold up who wants to stop. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransportStopTest {
    private static final Request READ = Request.get("/a", "read a");
    private static final Request WRITE = Request.send("POST", "/a", Request.JSON, new byte[] {'{', '}'}, "create a");

    @TempDir
    Path folder;

    private final CancelToken cancel = new CancelToken();

    @Test
    void aStopEndsAReadThatHangs() throws Exception {
        try (WireServer server = WireServer.plain((connection, request, head) -> HANG);
                Transport transport = new Transport(server.access(folder), cancel)) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> transport.send(READ));
            server.hanging.await();

            cancel.cancel("Ctrl-C");

            assertThatThrownBy(() -> join(read))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Ctrl-C");
            assertThatThrownBy(() -> transport.send(READ)).isInstanceOf(CancellationException.class);
            assertThat(server.heads).hasSize(1);
        }
    }

    @Test
    void aStopEndsABodyThatHangs() throws Exception {
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab";
        try (WireServer server = WireServer.plain((connection, request, head) -> begun);
                Transport transport = new Transport(server.access(folder), cancel);
                InputStream body = transport.stream(READ)) {
            assertThat(body.readNBytes(2)).hasSize(2);
            CountDownLatch reading = new CountDownLatch(1);
            CompletableFuture<Integer> rest = CompletableFuture.supplyAsync(() -> {
                reading.countDown();
                return read(body);
            });
            reading.await();

            cancel.cancel("Ctrl-C");

            assertThatThrownBy(() -> join(rest))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Ctrl-C");
        }
    }

    @Test
    void aStopReachesWhoeverWaitsInAnOperation() throws Exception {
        try (WireServer server = WireServer.plain((connection, request, head) -> HANG);
                Cluster cluster = Cluster.connect(server.access(folder), cancel)) {
            CompletableFuture<?> info = CompletableFuture.supplyAsync(cluster::info);
            server.hanging.await();
            cancel.cancel("Ctrl-C");

            assertThatThrownBy(() -> join(info))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Ctrl-C");
            assertThatThrownBy(() -> cluster.get(Samples.NAMESPACE, "", "shop"))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aStopEndsAHandshakeThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Transport transport = new Transport(
                        WireServer.access(
                                folder, "server: \"https://127.0.0.1:" + silent.getLocalPort() + "\"", "token: t"),
                        cancel)) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> transport.send(READ));
            silent.accept();

            cancel.cancel("Ctrl-C");

            assertThatThrownBy(() -> join(read))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Ctrl-C");
        }
    }

    @Test
    void aStopLetsAWriteEnd() throws Throwable {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        WireServer.Script late = (connection, request, head) -> {
            asked.countDown();
            await(stopped);
            return ok("done");
        };
        try (WireServer server = WireServer.plain(late);
                Transport transport = new Transport(server.access(folder), cancel)) {
            CompletableFuture<byte[]> write = CompletableFuture.supplyAsync(() -> transport.send(WRITE));
            asked.await();
            cancel.cancel("Ctrl-C");
            stopped.countDown();

            assertThat(join(write)).asString().isEqualTo("done");
        }
    }

    @Test
    void closingEndsWhatIsUnderWayAndTellsTheDoubtOfAWrite() throws Exception {
        try (WireServer server = WireServer.plain((connection, request, head) -> HANG)) {
            CompletableFuture<byte[]> write;
            try (Transport transport = new Transport(server.access(folder), cancel)) {
                write = CompletableFuture.supplyAsync(() -> transport.send(WRITE));
                server.hanging.await();
            }

            assertThatThrownBy(() -> join(write))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("may have been carried out");
        }
    }

    @Test
    void aTransportThatIsClosedNoLongerListens() throws Exception {
        try (WireServer server = WireServer.plain((connection, request, head) -> ok(""))) {
            new Transport(server.access(folder), cancel).close();
            cancel.cancel("Ctrl-C");

            Transport late = new Transport(server.access(folder), cancel);
            assertThatThrownBy(() -> late.send(READ)).isInstanceOf(CancellationException.class);
            assertThat(server.accepted()).isZero();
        }
    }

    private static <T> T join(CompletableFuture<T> future) throws Throwable {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static int read(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
