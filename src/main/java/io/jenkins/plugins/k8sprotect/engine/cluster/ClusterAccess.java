package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How to reach a cluster, and as whom. Holds credentials: has no useful {@code toString} and is never persisted. */
public final class ClusterAccess {
    private final Path file;
    private final String context;
    private final Config config;

    private ClusterAccess(Path file, String context) {
        this.file = file;
        this.context = context;
        this.config = readAgain();
    }

    /**
     * Access by one context of a kubeconfig file.
     *
     * @param file the file, or null for the first one that {@code KUBECONFIG} names, else {@code ~/.kube/config}
     * @param context name of a context, or null for the file's current one
     * @throws InvalidAccess if the file or the context is not there or cannot be used; nothing else is tried instead
     */
    public static ClusterAccess fromKubeconfig(Path file, String context) {
        Path path = file != null ? file : defaultKubeconfig();
        String text = read(path);
        String chosen = chooseContext(parse(path, text), path, context);
        return new ClusterAccess(path, chosen);
    }

    /**
     * The same context of the same file once more, for a credential that was renewed in between; an exec plugin runs
     * again. The client's own refresh would look into the environment too, which may hold another identity.
     */
    Config readAgain() {
        try {
            return Config.fromKubeconfig(context, file.toFile());
        } catch (RuntimeException e) {
            // Its message may quote the file's content, which holds credentials.
            throw new InvalidAccess("kubeconfig " + file + ", context " + context + ": cannot be used ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    Config config() {
        return config;
    }

    /** URL of the API server, without a slash at its end. */
    public String server() {
        return config.getMasterUrl().replaceAll("/+$", "");
    }

    /** The namespace that the context names, or empty. */
    public String defaultNamespace() {
        return config.getNamespace() == null ? "" : config.getNamespace();
    }

    private static Path defaultKubeconfig() {
        String variable = System.getenv("KUBECONFIG");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable.split(java.io.File.pathSeparator)[0]);
        }
        return Path.of(System.getProperty("user.home"), ".kube", "config");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new InvalidAccess("kubeconfig " + path + ": "
                    + (Files.exists(path)
                            ? "cannot be read"
                            : "no such file; name one with --kubeconfig or KUBECONFIG"));
        }
    }

    private static io.fabric8.kubernetes.api.model.Config parse(Path path, String text) {
        try {
            io.fabric8.kubernetes.api.model.Config parsed = KubeConfigUtils.parseConfigFromString(text);
            if (parsed != null) {
                return parsed;
            }
        } catch (RuntimeException e) {
            // Its message quotes the file's content, which holds credentials.
        }
        throw new InvalidAccess("kubeconfig " + path + ": not a kubeconfig (kind: Config in YAML or JSON)");
    }

    private static String chooseContext(io.fabric8.kubernetes.api.model.Config parsed, Path path, String wanted) {
        List<NamedContext> contexts = parsed.getContexts() == null ? List.of() : parsed.getContexts();
        String known = contexts.stream().map(NamedContext::getName).collect(Collectors.joining(", "));
        String name = wanted != null ? wanted : parsed.getCurrentContext();
        if (name == null || name.isBlank()) {
            throw new InvalidAccess("kubeconfig " + path + ": no current-context; choose one of: " + known);
        }
        NamedContext context = contexts.stream()
                .filter(c -> name.equals(c.getName()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidAccess("kubeconfig " + path + ": no context " + name + "; there are: " + known));
        checkContext(parsed, path, context);
        return name;
    }

    private static void checkContext(io.fabric8.kubernetes.api.model.Config parsed, Path path, NamedContext context) {
        String cluster =
                context.getContext() == null ? null : context.getContext().getCluster();
        String user = context.getContext() == null ? null : context.getContext().getUser();
        if (parsed.getClusters().stream().noneMatch(c -> cluster != null && cluster.equals(c.getName()))) {
            throw new InvalidAccess(
                    "kubeconfig " + path + ", context " + context.getName() + ": no cluster named " + cluster);
        }
        if (parsed.getUsers().stream().noneMatch(u -> user != null && user.equals(u.getName()))) {
            throw new InvalidAccess(
                    "kubeconfig " + path + ", context " + context.getName() + ": no user named " + user);
        }
    }
}
