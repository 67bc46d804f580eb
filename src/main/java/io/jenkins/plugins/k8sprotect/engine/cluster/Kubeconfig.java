package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** One context of one kubeconfig file, known to be there. Nothing of the environment is mixed into it. */
final class Kubeconfig {
    private final Path file;
    private final String context;
    private final AuthInfo user;

    private Kubeconfig(Path file, String context, AuthInfo user) {
        this.file = file;
        this.context = context;
        this.user = user;
    }

    /** @throws InvalidAccess that names the file and what is not there */
    static Kubeconfig choose(Path file, String wanted) {
        Path path = file != null ? file : defaultKubeconfig();
        io.fabric8.kubernetes.api.model.Config parsed = parse(path, text(path));
        NamedContext context = chooseContext(parsed, path, wanted);
        return new Kubeconfig(path, context.getName(), userOf(parsed, path, context));
    }

    /**
     * What the context says; an exec plugin runs for it. The client's own refresh would look into the environment too,
     * which may hold another identity.
     */
    Config read() {
        try {
            Config config = Config.fromKubeconfig(context, file.toFile());
            impersonate(config);
            return config;
        } catch (InvalidAccess e) {
            throw e;
        } catch (RuntimeException e) {
            // Its message may quote the file's content, which holds credentials.
            throw new InvalidAccess("kubeconfig " + file + ", context " + context + ": cannot be used ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /** The client passes these fields over, and would act as the user behind them instead. */
    private void impersonate(Config config) {
        boolean more = user.getAsUid() != null
                || user.getAsUserExtra() != null && !user.getAsUserExtra().isEmpty();
        if (more) {
            throw new InvalidAccess("kubeconfig " + file + ", context " + context
                    + ": as-uid and as-user-extra are not supported; as and as-groups are");
        }
        if (user.getAs() != null && !user.getAs().isBlank()) {
            config.setImpersonateUsername(user.getAs());
            List<String> groups = user.getAsGroups() == null ? List.of() : user.getAsGroups();
            config.setImpersonateGroups(groups.toArray(new String[0]));
        }
    }

    private static Path defaultKubeconfig() {
        String variable = System.getenv("KUBECONFIG");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable.split(java.io.File.pathSeparator)[0]);
        }
        return Path.of(System.getProperty("user.home"), ".kube", "config");
    }

    private static String text(Path path) {
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

    private static NamedContext chooseContext(io.fabric8.kubernetes.api.model.Config parsed, Path path, String wanted) {
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
        String cluster =
                context.getContext() == null ? null : context.getContext().getCluster();
        if (parsed.getClusters().stream().noneMatch(c -> cluster != null && cluster.equals(c.getName()))) {
            throw new InvalidAccess("kubeconfig " + path + ", context " + name + ": no cluster named " + cluster);
        }
        return context;
    }

    private static AuthInfo userOf(io.fabric8.kubernetes.api.model.Config parsed, Path path, NamedContext context) {
        String name = context.getContext().getUser();
        return parsed.getUsers().stream()
                .filter(u -> name != null && name.equals(u.getName()) && u.getUser() != null)
                .findFirst()
                .orElseThrow(() -> new InvalidAccess(
                        "kubeconfig " + path + ", context " + context.getName() + ": no user named " + name))
                .getUser();
    }
}
