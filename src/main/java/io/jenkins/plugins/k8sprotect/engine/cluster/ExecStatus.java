package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.cluster.ExecResult.End;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a server says about the end of a command, or about why there was none. */
final class ExecStatus {
    private static final int LONGEST_MESSAGE = 600;
    /** What containerd, CRI-O, runc and crun say when a command could not be started; all else may be of its middle. */
    private static final List<String> NEVER_RAN = List.of(
            "failed to start exec", "unable to start container process", "executable file", "OCI runtime exec failed");

    /** As the API server says it of a container that the pod does not have. */
    private static final String NOT_OF_POD = "is not valid for pod";

    private ExecStatus() {}

    /** The {@code Status} on the error channel (apimachinery, {@code util/remotecommand}: NonZeroExitCode). */
    static ExecResult of(byte[] json) {
        ObjectNode status;
        try {
            status = Json.object(json);
        } catch (IllegalArgumentException e) {
            return ExecResult.of(End.UNKNOWN, "the server told the result of the command in a form that is not known");
        }
        if (KubeObject.text(status, "status").equals("Success")) {
            return ExecResult.exited(0);
        }
        OptionalInt code = exitCode(status);
        if (KubeObject.text(status, "reason").equals("NonZeroExitCode") && code.isPresent()) {
            return ExecResult.exited(code.getAsInt());
        }
        return failure(KubeObject.text(status, "message"));
    }

    /**
     * What a refusal of the request means.
     *
     * @throws ApiException the refusal, if it is about neither the pod nor its container
     */
    static ExecResult of(ApiException refusal) {
        if (refusal.isNotFound()) {
            return ExecResult.of(End.POD_GONE, refusal.getMessage());
        }
        String said = refusal.getMessage();
        if (refusal.code() == 400 && said.contains(NOT_OF_POD) || refusal.code() == 500 && isNoContainer(said)) {
            return ExecResult.of(End.CONTAINER_NOT_FOUND, said);
        }
        throw refusal;
    }

    private static OptionalInt exitCode(ObjectNode status) {
        for (JsonNode cause : KubeObject.elements(status.path("details").get("causes"))) {
            String number = KubeObject.text(cause, "message");
            if (KubeObject.text(cause, "reason").equals("ExitCode") && number.matches("\\d{1,9}")) {
                return OptionalInt.of(Integer.parseInt(number));
            }
        }
        return OptionalInt.empty();
    }

    private static ExecResult failure(String said) {
        String message = said.length() <= LONGEST_MESSAGE ? said : said.substring(0, LONGEST_MESSAGE) + "…";
        if (isNoContainer(message)) {
            return ExecResult.of(End.CONTAINER_NOT_FOUND, "the container does not run: " + message);
        }
        if (NEVER_RAN.stream().anyMatch(message::contains)) {
            return ExecResult.of(End.NOT_STARTED, "the command could not be started: " + message);
        }
        return ExecResult.of(
                End.UNKNOWN,
                "what came of the command is not known, and it may still run; the server says: " + message);
    }

    /** As the kubelet says it. */
    private static boolean isNoContainer(String message) {
        return message.contains("container not found");
    }
}
