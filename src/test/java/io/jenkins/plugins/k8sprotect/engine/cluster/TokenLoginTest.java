package io.jenkins.plugins.k8sprotect.engine.cluster;

import static io.jenkins.plugins.k8sprotect.engine.cluster.WireServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLoginTest {
    private static final Request READ = Request.get("/a", "read a");

    @TempDir
    static Path folder;

    private static TestCertificate here;
    private static TestCertificate elsewhere;
    private static WireServer server;

    @BeforeAll
    static void start() throws Exception {
        here = TestCertificate.of(folder, "ip:127.0.0.1");
        elsewhere = TestCertificate.of(folder, "dns:other.example");
        server = WireServer.tls(here.server(), (connection, request, head) -> ok("hello"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theAuthorityMayBePemOrPemOrDerInBase64() throws Exception {
        String pemInBase64 = here.authorityData();
        String pem = new String(Base64.getDecoder().decode(pemInBase64), StandardCharsets.US_ASCII);
        String derInBase64 = pem.replaceAll("-----[A-Z ]+-----", "").strip();

        assertThat(ask(pem)).isEqualTo("hello");
        assertThat(ask("# our CA\r\n" + pem.replace("\n", "\r\n"))).isEqualTo("hello");
        assertThat(ask(pemInBase64)).isEqualTo("hello");
        assertThat(ask(derInBase64)).isEqualTo("hello");
        assertThat(server.heads.get(0)).contains("Authorization: Bearer hunter2\r\n");
    }

    @Test
    void anotherAuthorityIsToldAsTheReason() throws Exception {
        String wrong = elsewhere.authorityData();
        assertThatThrownBy(() -> ask(wrong))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("its certificate is not signed by the CA certificate that was given for it");
        assertThatThrownBy(() -> ask(null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("not signed by a CA that this machine trusts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "not base64 at all!",
                "aHVudGVyMg==",
                "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n",
                "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n"
            })
    void whatIsNoCertificateIsRefusedWithoutQuotingIt(String authority) {
        assertThatThrownBy(
                        () -> login("https://cluster.example", "t", authority).access())
                .isInstanceOf(InvalidAccess.class)
                .hasMessageStartingWith("CA certificate: found ")
                .hasMessageContaining("allowed: one or more certificates in PEM")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "cluster.example:6443",
                "ftp://cluster.example",
                "https://user:hunter2@cluster.example",
                "https://cluster.example?token=hunter2",
                "https:///hunter2",
                "https://hunter2 x"
            })
    void aServerThatCannotBeAskedIsRefused(String server) {
        assertThatThrownBy(() -> login(server, "t", null).access())
                .isInstanceOf(InvalidAccess.class)
                .hasMessageStartingWith("server: ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anEmptyTokenIsRefusedAndNoOtherIdentityUsed() {
        assertThatThrownBy(() -> login("https://cluster.example", " \n", null).access())
                .isInstanceOf(InvalidAccess.class)
                .hasMessage("token for https://cluster.example: it is empty");
    }

    @Test
    void aTokenStaysWhatItIs() {
        ClusterAccess access =
                login("https://cluster.example/", "hunter2\n", null).access();

        assertThat(access.server()).isEqualTo("https://cluster.example");
        assertThat(access.defaultNamespace()).isEmpty();
        Credential credential = new Credential(access);
        assertThat(credential.fields()).isEqualTo("Authorization: Bearer hunter2\r\n");
        assertThat(credential.renew(credential.fields())).isFalse();
    }

    @Test
    void itsTextFormHoldsNoToken() {
        assertThat(login("https://cluster.example", "hunter2", "hunter2").toString())
                .isEqualTo("Token[https://cluster.example]");
        assertThat(login("https://user:hunter2@cluster.example", "t", null).toString())
                .isEqualTo("Token[no URL of a server]");
    }

    private static String ask(String authority) {
        ClusterAccess access = login("https://127.0.0.1:" + server.port(), "hunter2", authority)
                .access();
        try (Transport transport = new Transport(access)) {
            return new String(transport.send(READ), StandardCharsets.US_ASCII);
        }
    }

    private static ClusterLogin login(String server, String token, String authority) {
        return new ClusterLogin.Token(server, token, authority);
    }
}
