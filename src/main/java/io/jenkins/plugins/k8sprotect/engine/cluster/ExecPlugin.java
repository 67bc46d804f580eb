package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the command of an {@code exec} entry and takes the credential that it prints. What it says on standard error is
 * dropped, since nobody knows what is in it.
 */
final class ExecPlugin {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final ExecEntry entry;
    private final Duration timeout;

    ExecPlugin(ExecEntry entry) {
        this(entry, TIMEOUT);
    }

    ExecPlugin(ExecEntry entry, Duration timeout) {
        this.entry = entry;
        this.timeout = timeout;
    }

    /**
     * Puts the credential into a configuration.
     *
     * @param cluster told to the command if the entry asks for it
     * @throws InvalidAccess if the command is missing, fails, takes too long, or prints no credential
     */
    void run(Config config, KubeconfigSection cluster) {
        JsonNode status = answer(output(ExecInfo.of(entry, config, cluster)));
        String token = text(status, "token");
        String certificate = text(status, "clientCertificateData");
        String key = text(status, "clientKeyData");
        if (token == null && (certificate == null || key == null)) {
            throw failed("printed neither a token nor a client certificate with its key");
        }
        if (token != null) {
            config.setAutoOAuthToken(token);
        }
        if (certificate != null && key != null) {
            config.setClientCertData(certificate);
            config.setClientKeyData(key);
        }
    }

    private byte[] output(String info) {
        Process process = start(info);
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
            byte[] printed = output.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (printed.length > LARGEST_ANSWER || !process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not end, or printed more than " + LARGEST_ANSWER + " bytes");
            }
            if (process.exitValue() != 0) {
                throw failed("ended with exit code " + process.exitValue()
                        + "; run it by hand, as the same user, to see what it says");
            }
            return printed;
        } catch (TimeoutException e) {
            throw failed("did not end within " + timeout.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        } catch (IOException | ExecutionException e) {
            throw failed("could not be talked to");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String info) {
        ProcessBuilder builder = new ProcessBuilder(entry.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(entry.environment());
        builder.environment().put("KUBERNETES_EXEC_INFO", info);
        try {
            return builder.start();
        } catch (IOException | IllegalArgumentException e) {
            throw failed("cannot be run: it is not there, or is no program" + entry.installHint());
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readNBytes(LARGEST_ANSWER + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode answer(byte[] output) {
        ObjectNode answer;
        try {
            answer = Json.object(output);
        } catch (IllegalArgumentException e) {
            throw failed("printed no ExecCredential in JSON");
        }
        if (!entry.apiVersion().equals(text(answer, "apiVersion"))) {
            throw failed("printed no ExecCredential of apiVersion " + entry.apiVersion()
                    + "; the kubeconfig asks for another version than the command speaks");
        }
        return answer.path("status");
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private InvalidAccess failed(String why) {
        String command = ExecEntry.shown(entry.command().get(0));
        return new InvalidAccess(entry.at() + ": command " + command + " " + why);
    }
}
