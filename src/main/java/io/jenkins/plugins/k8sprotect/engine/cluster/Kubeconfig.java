package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.util.List;
import java.util.stream.Collectors;

/** One context of one kubeconfig, known to be there. Nothing of the environment is mixed into it. */
final class Kubeconfig {
    private final KubeconfigSource source;
    private final String context;
    private final String namespace;
    private final KubeconfigSection cluster;
    private final KubeconfigSection user;

    private Kubeconfig(KubeconfigSource source, String context, KubeconfigSection root, KubeconfigSection chosen) {
        String at = source.name() + ", context " + context;
        this.source = source;
        this.context = context;
        this.namespace = chosen.text("namespace");
        this.cluster = named(root, "clusters", "cluster", chosen.text("cluster"), at);
        this.user = named(root, "users", "user", chosen.text("user"), at);
    }

    /**
     * Finds a context; nothing runs yet.
     *
     * @param wanted its name, or null for the current one
     * @throws InvalidAccess that names the kubeconfig and what is not there
     */
    static Kubeconfig choose(KubeconfigSource source, String wanted) {
        String at = source.name();
        KubeconfigSection root = new KubeconfigSection(KubeconfigYaml.parse(source.read(), at), at);
        List<KubeconfigSection> contexts = root.sections("contexts");
        String known = contexts.stream().map(c -> c.text("name")).collect(Collectors.joining(", "));
        String name = wanted != null ? wanted : root.filled("current-context");
        if (name == null || name.isBlank()) {
            throw new InvalidAccess(at + ": no current-context; choose one of: " + known);
        }
        KubeconfigSection context = contexts.stream()
                .filter(c -> name.equals(c.text("name")))
                .findFirst()
                .orElseThrow(() -> new InvalidAccess(at + ": no context " + name + "; there are: " + known));
        return new Kubeconfig(source, name, root, context.section("context"));
    }

    private static KubeconfigSection named(
            KubeconfigSection root, String list, String field, String name, String context) {
        return root.sections(list).stream()
                .filter(s -> name != null && name.equals(s.text("name")) && s.has(field))
                .findFirst()
                .orElseThrow(() -> new InvalidAccess(context + ": no " + field + " named " + name))
                .section(field);
    }

    /** Reads the same context of the same kubeconfig anew. */
    Kubeconfig again() {
        return choose(source, context);
    }

    /**
     * What the context says; its exec plugin runs for it, if it may.
     *
     * @throws InvalidAccess that names the field that cannot be used
     */
    Config read() {
        String at = source.name() + ", context " + context;
        ExecPolicy.of(source.allowedCommands(), at).check(user);
        KubeconfigFiles files = new KubeconfigFiles(source, at);
        Config config = Config.empty();
        config.setNamespace(namespace);
        new KubeconfigCluster(cluster, files, at).fill(config);
        new KubeconfigUser(user, files, at).fill(config);
        if (user.has("exec")) {
            new ExecPlugin(new ExecEntry(user.section("exec"), source, at)).run(config, cluster);
        }
        config.setClientKeyAlgo(keyAlgorithm(config, at));
        return config;
    }

    private static String keyAlgorithm(Config config, String at) {
        try {
            return Config.getKeyAlgorithm(config.getClientKeyFile(), config.getClientKeyData());
        } catch (RuntimeException e) {
            // Its message may quote the key.
            throw new InvalidAccess(at + ": the client key cannot be read");
        }
    }
}
