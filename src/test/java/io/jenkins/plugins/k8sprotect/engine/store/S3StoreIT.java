package io.jenkins.plugins.k8sprotect.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.k8sprotect.engine.store.StoreException.Code;
import io.jenkins.plugins.k8sprotect.testbed.TestS3;
import io.jenkins.plugins.k8sprotect.testbed.Testbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class S3StoreIT extends StoreContract {
    private final TestS3 server = Testbed.s3();

    @Override
    protected Store emptyStore() {
        return open(server.newBucket() + "/team/a", server.accessKey(), server.secretKey());
    }

    private Store open(String bucketAndPrefix, String accessKey, String secretKey) {
        return Stores.open(
                StoreUrl.parse(
                        "s3://" + bucketAndPrefix + "?endpoint=" + server.endpoint() + "&region=" + server.region()),
                StoreCredentials.of(accessKey, secretKey));
    }

    @Test
    void stores_with_different_prefixes_do_not_see_each_other() {
        String bucket = server.newBucket();
        try (Store one = open(bucket + "/one", server.accessKey(), server.secretKey());
                Store whole = open(bucket, server.accessKey(), server.secretKey())) {
            one.put("a/b", bytes("x"));
            whole.put("oneself", bytes("x"));

            assertThat(one.list("", "", 10).objects()).containsExactly(stored("a/b", 1));
            assertThat(whole.list("", "", 10).objects()).containsExactly(stored("one/a/b", 1), stored("oneself", 1));
        }
    }

    @Test
    void a_wrong_secret_key_is_forbidden_and_does_not_show() {
        try (Store stranger = open(server.newBucket(), server.accessKey(), "not-the-key")) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> stranger.put("a", bytes("x")))
                    .withMessageContaining("does not know these credentials")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.FORBIDDEN))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not-the-key"));
        }
    }

    @Test
    void an_unknown_access_key_is_forbidden() {
        try (Store stranger = open(server.newBucket(), "AKIANOBODY", "not-the-key")) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> stranger.list("", "", 10))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.FORBIDDEN));
        }
    }

    @Test
    void a_bucket_that_does_not_exist_is_named() {
        try (Store nowhere = open("no-such-bucket-anywhere", server.accessKey(), server.secretKey())) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> nowhere.put("a", bytes("x")))
                    .withMessageContaining("there is no bucket no-such-bucket-anywhere")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.INVALID));
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> nowhere.list("", "", 1))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.INVALID));
        }
    }

    @Test
    void a_server_that_does_not_answer_is_unreachable() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        String url = "s3://bucket?endpoint=http://127.0.0.1:" + closedPort;
        try (Store nowhere = Stores.open(StoreUrl.parse(url), StoreCredentials.of("a", "b"))) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> nowhere.get("a"))
                    .withMessageContaining("127.0.0.1:" + closedPort)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
        }
    }

    @Test
    void a_store_that_was_never_used_closes() {
        Store unused = open(server.newBucket(), server.accessKey(), server.secretKey());

        unused.close();
    }
}
