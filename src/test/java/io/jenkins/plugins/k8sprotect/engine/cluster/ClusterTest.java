package io.jenkins.plugins.k8sprotect.engine.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.json;
import static io.jenkins.plugins.k8sprotect.engine.cluster.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClusterTest {
    private static final String REVIEW = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    @RegisterExtension
    static final FakeServer SERVER = new FakeServer();

    private Cluster cluster;

    @BeforeEach
    void connect() {
        SERVER.renewToken("first-token");
        cluster = SERVER.connect();
    }

    @AfterEach
    void disconnect() {
        System.clearProperty("kubernetes.auth.token");
        cluster.close();
    }

    @Test
    void aClusterSaysWhatItIsAndWhoWeAre() {
        stubInfo();
        SERVER.http()
                .stubFor(get("/api/v1/namespaces/kube-system").willReturn(json(200, "{'metadata': {'uid': 'u1'}}")));
        SERVER.http().stubFor(post(REVIEW).willReturn(json(201, "{'status': {'userInfo': {'username': 'ci'}}}")));

        assertThat(cluster.info()).isEqualTo(new ServerInfo(SERVER.http().baseUrl(), "v1.36.0", "u1", "ci"));
    }

    @Test
    void whatTheCallerMayNotKnowIsEmpty() {
        stubInfo();
        SERVER.http().stubFor(get("/api/v1/namespaces/kube-system").willReturn(status(403, "Forbidden", "no", "")));
        SERVER.http().stubFor(post(REVIEW).willReturn(status(404, "NotFound", "older server", "")));

        ServerInfo info = cluster.info();

        assertThat(info.clusterUid()).isEmpty();
        assertThat(info.identity()).isEmpty();
    }

    @Test
    void somethingElseAtTheAddressIsAFailureThatSaysSo() {
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(WireMock.ok("<html>Please log in</html>")));

        assertThatThrownBy(cluster::info)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("read the server's version")
                .hasMessageContaining("is the address that of an API server?")
                .hasMessageNotContaining("Please log in");
    }

    @Test
    void anExpiredCredentialIsReadAnewFromTheKubeconfig() {
        SERVER.http().stubFor(get("/api/v1/namespaces/shop").willReturn(status(401, "Unauthorized", "no", "")));
        SERVER.http()
                .stubFor(get("/api/v1/namespaces/shop")
                        .withHeader("Authorization", equalTo("Bearer second-token"))
                        .willReturn(json(200, "{'metadata': {'name': 'shop'}}")));
        SERVER.renewToken("second-token");

        assertThat(cluster.get(Samples.NAMESPACE, "", "shop")).isPresent();
    }

    @Test
    void aCredentialThatIsNotAcceptedIsNeverReplacedByAnotherIdentity() {
        System.setProperty("kubernetes.auth.token", "environment-token");
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(status(401, "Unauthorized", "no", "")));
        SERVER.renewToken("");

        assertThatThrownBy(() -> cluster.get(Samples.NAMESPACE, "", "shop"))
                .isInstanceOf(ApiException.class)
                .hasMessageNotContaining("token");
        SERVER.http()
                .verify(
                        0,
                        getRequestedFor(urlMatching(".*"))
                                .withHeader("Authorization", equalTo("Bearer environment-token")));
    }

    @Test
    void anObjectOrAKindThatIsNotThereIsNone() {
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(status(404, "NotFound", "no", "")));

        assertThat(cluster.get(Samples.WIDGET, "shop", "a")).isEmpty();
    }

    @Test
    void aWriteIsSentOnceWhateverComesOfIt() {
        SERVER.http().stubFor(any(urlMatching(".*")).willReturn(status(503, "ServiceUnavailable", "no", "")));

        assertThatThrownBy(() ->
                        cluster.objects().create(Samples.CONFIG_MAP, "shop", "a", Samples.bytes("{}"), "kubectl edit"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("create configmaps/a in namespace shop");
        SERVER.http()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo("/api/v1/namespaces/shop/configmaps?fieldManager=kubectl%20edit")));
    }

    private static void stubInfo() {
        SERVER.http().stubFor(get("/version").willReturn(json(200, "{'gitVersion': 'v1.36.0'}")));
    }
}
