package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns an API server's {@code Status} into an exception that says what to do. */
final class ApiErrors {
    private static final int LONGEST_MESSAGE = 600;

    private ApiErrors() {}

    /** An answer of success that is no Kubernetes object: something else answers at this address. */
    static ObjectNode answer(Request request, byte[] body) {
        try {
            return Json.object(body);
        } catch (IllegalArgumentException e) {
            throw notKubernetes(request.what(), "the answer is " + e.getMessage());
        }
    }

    static ApiException notKubernetes(String what, String why) {
        String message = "could not " + what + ": " + why + "; is the address that of an API server?";
        return new ApiException(200, "NotKubernetes", message, List.of(), "", 0);
    }

    static ApiException of(Request request, int code, byte[] body, long retryAfterMillis) {
        ObjectNode status = parse(body);
        String reason = KubeObject.text(status, "reason");
        List<ApiException.Cause> causes = new ArrayList<>();
        for (JsonNode cause : KubeObject.elements(status.path("details").get("causes"))) {
            causes.add(new ApiException.Cause(KubeObject.text(cause, "reason"), KubeObject.text(cause, "field")));
        }
        String token = KubeObject.text(status.get("metadata"), "continue");
        return new ApiException(code, reason, message(request, code, reason, status), causes, token, retryAfterMillis);
    }

    private static String message(Request request, int code, String reason, ObjectNode status) {
        // A refusal of a Secret may quote its values; the fields are told by the causes.
        boolean mayQuote = (code == 400 || code == 422) && request.what().contains(" secrets/");
        String said = mayQuote ? "the server finds it invalid" : shorten(KubeObject.text(status, "message"));
        return switch (code) {
            case 401 ->
                "not allowed to " + request.what() + ": the server does not accept the credential (401); "
                        + "is it expired, or for another cluster?";
            case 403 -> "not allowed to " + request.what() + ": " + (said.isEmpty() ? "403 Forbidden" : said);
            default ->
                "could not " + request.what() + ": "
                        + (said.isEmpty() ? "HTTP " + code + (reason.isEmpty() ? "" : " " + reason) : said);
        };
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static ObjectNode parse(byte[] body) {
        try {
            return Json.object(body);
        } catch (IllegalArgumentException e) {
            return Json.newObject();
        }
    }
}
