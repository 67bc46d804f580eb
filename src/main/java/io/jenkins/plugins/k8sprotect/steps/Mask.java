package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.hook.Masking;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the secrets of an operation's own logins. The engine tells none; this is for what a server or a library may
 * repeat in a message.
 */
final class Mask {
    /** What is shorter would blot out half of the log, and is no secret that holds. */
    private static final int SHORTEST = 4;

    /** Fields of a kubeconfig that are secret, in YAML as well as in JSON. {@code value}: environment of an exec entry. */
    private static final Pattern KUBECONFIG = Pattern.compile(
            "[\"']?(?:token|password|client-key-data|id-token|refresh-token|access-token|client-secret|value)[\"']?"
                    + "\\s*:\\s*(?:[|>][-+0-9]*\\s*\\n\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s,}\"'][^\\n]*))");

    /** The group of a value without quotes. */
    private static final int PLAIN = 3;

    private final Masking masking;

    private Mask(Set<String> secrets) {
        masking =
                Masking.of(secrets.stream().filter(s -> s.length() >= SHORTEST).toList());
    }

    /** Either may be null. */
    static Mask of(ClusterLogin cluster, StoreLogin storage) {
        Set<String> secrets = new TreeSet<>();
        if (cluster instanceof ClusterLogin.Token token) {
            secrets.add(token.token());
        } else if (cluster instanceof ClusterLogin.Kubeconfig kubeconfig) {
            addSecrets(kubeconfig.text(), secrets);
        }
        if (storage instanceof StoreLogin.S3 s3) {
            secrets.add(s3.credentials().secretKey());
            secrets.add(s3.credentials().sessionToken());
        }
        return new Mask(secrets);
    }

    /** Hides nothing: before there is a login. */
    static Mask none() {
        return new Mask(Set.of());
    }

    private static void addSecrets(String kubeconfig, Set<String> secrets) {
        Matcher matcher = KUBECONFIG.matcher(kubeconfig);
        while (matcher.find()) {
            String plain = matcher.group(PLAIN);
            if (plain == null) {
                secrets.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            } else {
                secrets.add(plain.strip());
                secrets.add(plain.split("[,}]", 2)[0].strip()); // In a flow mapping it ends there.
            }
        }
    }

    String text(String text) {
        return masking.mask(text);
    }

    OperationResult result(OperationResult result) {
        return masking.mask(result);
    }

    /** For the engine, where it takes what others wrote. */
    Masking masking() {
        return masking;
    }

    ReportRow row(ReportRow row) {
        ObjectKey object = row.object();
        return new ReportRow(
                object,
                row.action(),
                text(row.reason()),
                row.changes().stream().map(this::text).toList());
    }

    Event event(Event event) {
        return event instanceof Event.Message message
                ? new Event.Message(message.level(), text(message.text()))
                : event;
    }

    @Override
    public String toString() {
        return masking.toString();
    }
}
