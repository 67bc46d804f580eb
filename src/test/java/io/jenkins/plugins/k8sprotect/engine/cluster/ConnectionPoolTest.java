package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionPoolTest {
    @TempDir
    Path folder;

    private final KeptConnections kept = new KeptConnections();
    private ServerSocket server;
    private SocketOpener opener;
    private ConnectionPool pool;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ClusterAccess access =
                WireServer.access(folder, "server: \"http://127.0.0.1:" + server.getLocalPort() + "\"", "token: t");
        opener = new SocketOpener(access.config());
        pool = new ConnectionPool(opener, kept);
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        server.close();
    }

    @Test
    void theOneThatWasUsedLastIsUsedNext() throws IOException {
        HttpConnection first = pool.acquire(true);
        HttpConnection second = pool.acquire(true);
        assertThat(first.wasKept()).isFalse();

        pool.release(second);
        pool.release(first);

        assertThat(pool.acquire(false)).isSameAs(first);
        assertThat(first.wasKept()).isTrue();
        assertThat(pool.acquire(false)).isSameAs(second);
    }

    @Test
    void whatAnOperationLeavesIsUsedByTheNext() throws IOException {
        HttpConnection left = pool.acquire(false);
        HttpConnection inUse = pool.acquire(false);
        pool.release(left);

        pool.close();

        assertThat(inUse.raw().isClosed()).isTrue();
        try (ConnectionPool next = new ConnectionPool(opener, kept)) {
            assertThat(next.acquire(true)).isSameAs(left);
            assertThat(next.acquire(true)).isNotSameAs(left);
        }
    }

    @Test
    void whatAnOperationLeftTooLongAgoIsClosed() throws IOException {
        HttpConnection left = pool.acquire(false);
        pool.release(left);
        pool.close();
        left.markIdle(System.nanoTime() - 30_000_000_000L);

        try (ConnectionPool next = new ConnectionPool(opener, kept)) {
            assertThat(next.acquire(true)).isNotSameAs(left);
        }
        assertThat(left.raw().isClosed()).isTrue();
        assertThat(kept.size()).isZero();
    }

    @Test
    void oneThatWaitedTooLongIsNotUsed() throws IOException {
        HttpConnection old = pool.acquire(true);
        pool.release(old);
        old.markIdle(System.nanoTime() - 30_000_000_000L);

        assertThat(pool.acquire(true)).isNotSameAs(old);
        assertThat(old.raw().isClosed()).isTrue();
    }

    @Test
    void oneThatWaitedAWhileIsLookedAtFirst() throws IOException {
        HttpConnection kept = pool.acquire(true);
        pool.release(kept);
        kept.markIdle(System.nanoTime() - 5_000_000_000L);
        assertThat(pool.acquire(false)).isSameAs(kept);
        pool.release(kept);
        kept.markIdle(System.nanoTime() - 5_000_000_000L);

        server.accept().close();

        assertThat(pool.acquire(false)).isNotSameAs(kept);
        assertThat(pool.inUse()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeOpenedIsNotInUse() throws IOException {
        server.close();

        assertThatThrownBy(() -> pool.acquire(true)).isInstanceOf(IOException.class);
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void whatIsGivenBackIsNotInUse() throws IOException {
        HttpConnection first = pool.acquire(true);
        HttpConnection second = pool.acquire(false);
        assertThat(pool.inUse()).isEqualTo(2);

        pool.release(first);
        pool.discard(second);

        assertThat(pool.inUse()).isZero();
        assertThat(second.raw().isClosed()).isTrue();
    }

    @Test
    void theEndOfReadsLeavesWritesAlone() throws IOException {
        HttpConnection read = pool.acquire(true);
        HttpConnection write = pool.acquire(false);

        pool.endReads();

        assertThat(read.raw().isClosed()).isTrue();
        assertThat(write.raw().isClosed()).isFalse();
        assertThatThrownBy(() -> pool.acquire(true)).isInstanceOf(IOException.class);
        pool.release(write);
        assertThat(pool.acquire(false)).isSameAs(write);
    }

    @Test
    void afterItWasClosedNothingOfItIsInUse() throws IOException {
        HttpConnection used = pool.acquire(false);

        pool.close();
        pool.release(used);

        assertThat(kept.size()).isZero();
        assertThat(used.raw().isClosed()).isTrue();
        assertThat(pool.inUse()).isZero();
        assertThatThrownBy(() -> pool.acquire(false)).hasMessageContaining("was closed");
    }
}
