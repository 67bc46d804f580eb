package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorsTest {
    private static final Request LIST_SECRETS =
            Request.get("/api/v1/namespaces/shop/secrets", Request.what("list", Samples.SECRET, "shop"));
    private static final Request CREATE_SECRET =
            Request.get("/api/v1/namespaces/shop/secrets", Request.what("create", Samples.SECRET, "shop", "db"));

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>no</html>", "{}", "{'message': 'User ci cannot list resource'}"})
    void aRefusalNamesVerbResourceAndNamespaceWhateverTheServerSays(String body) {
        assertThat(error(LIST_SECRETS, 403, body))
                .hasMessageStartingWith("not allowed to list secrets in namespace shop: ");
    }

    @Test
    void aRefusalOfAClusterScopedKindSaysSo() {
        Request request = Request.get("/", Request.what("get", Samples.CLUSTER_ROLE, "", "system:node"));

        assertThat(error(request, 403, ""))
                .hasMessage("not allowed to get clusterroles.rbac.authorization.k8s.io/system:node (cluster-scoped):"
                        + " 403 Forbidden");
    }

    @Test
    void aCredentialThatIsNotAcceptedIsToldAsSuch() {
        assertThat(error(LIST_SECRETS, 401, "{'message': 'Unauthorized'}"))
                .hasMessageContaining("does not accept the credential")
                .hasMessageContaining("expired");
    }

    @ParameterizedTest
    @CsvSource({"422", "400"})
    void whatIsWrongWithASecretIsToldByItsFieldsAndNotItsValues(int code) {
        ApiException e = error(CREATE_SECRET, code, """
                {'reason': 'Invalid', 'message': 'Secret is invalid: data[password]: Invalid value: hunter2',
                 'details': {'causes': [{'reason': 'FieldValueInvalid', 'field': 'data[password]',
                                         'message': 'Invalid value: hunter2'}]}}""");

        assertThat(e)
                .hasMessageContaining("create secrets/db in namespace shop")
                .hasMessageNotContaining("hunter2");
        assertThat(e.causes()).containsExactly(new ApiException.Cause("FieldValueInvalid", "data[password]"));
        assertThat(e.causes().toString()).doesNotContain("hunter2");
    }

    @Test
    void anyOtherFailureSaysWhatTheServerSaidInShort() {
        assertThat(error(LIST_SECRETS, 500, "{'message': '" + "x".repeat(5_000) + "'}")
                        .getMessage())
                .startsWith("could not list secrets in namespace shop: xxx")
                .hasSizeLessThan(700);
        assertThat(error(LIST_SECRETS, 502, "<html>")).hasMessage("could not list secrets in namespace shop: HTTP 502");
    }

    @Test
    void aPageThatIsGoneBringsTheTokenToGoOnWith() {
        assertThat(error(LIST_SECRETS, 410, "{'metadata': {'continue': 'next'}}")
                        .continueToken())
                .isEqualTo("next");
        assertThat(error(LIST_SECRETS, 410, "{}").continueToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"409, AlreadyExists, true, false", "409, Conflict, false, true", "404, NotFound, false, false"})
    void beingThereAlreadyIsNoConflict(int code, String reason, boolean exists, boolean conflict) {
        ApiException e = error(LIST_SECRETS, code, "{'reason': '" + reason + "'}");

        assertThat(e.isAlreadyExists()).isEqualTo(exists);
        assertThat(e.isConflict()).isEqualTo(conflict);
    }

    private static ApiException error(Request request, int code, String body) {
        return ApiErrors.of(request, code, Samples.bytes(body), 0);
    }
}
