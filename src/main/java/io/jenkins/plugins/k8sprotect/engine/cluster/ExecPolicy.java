package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.util.List;
import java.util.Set;

/**
 * Which commands a kubeconfig may have run on this machine. Whoever writes a kubeconfig chooses the command, so where
 * that is not the machine's owner, the owner lists what may run.
 */
final class ExecPolicy {
    private static final String WHO =
            "an administrator allows commands in Manage Jenkins → System → Kubernetes Application Protection";

    /** Variables that choose an account or a region, and make no command do something else. */
    private static final Set<String> HARMLESS = Set.of(
            "AWS_DEFAULT_REGION",
            "AWS_PROFILE",
            "AWS_REGION",
            "AWS_STS_REGIONAL_ENDPOINTS",
            "AAD_LOGIN_METHOD",
            "AAD_SERVICE_PRINCIPAL_CLIENT_ID",
            "AZURE_CLIENT_ID",
            "AZURE_TENANT_ID",
            "USE_GKE_GCLOUD_AUTH_PLUGIN");

    private final List<String> allowed;
    private final String at;

    private ExecPolicy(List<String> allowed, String at) {
        this.allowed = allowed;
        this.at = at;
    }

    /**
     * @param allowed commands as a kubeconfig writes them, each alone (any arguments) or with its first arguments; null:
     *     any
     */
    static ExecPolicy of(List<String> allowed, String at) {
        return new ExecPolicy(allowed, at);
    }

    /** @throws InvalidAccess if the user's credential would come from something that may not run; nothing has run yet */
    void check(KubeconfigSection user) {
        if (allowed == null) {
            return;
        }
        if (user.has("auth-provider")) {
            throw new InvalidAccess(at + ": auth-provider is not allowed here; give the user a token or a client"
                    + " certificate, or an exec entry whose command is allowed (" + WHO + ")");
        }
        if (user.has("exec")) {
            checkExec(user.section("exec"));
        }
    }

    private void checkExec(KubeconfigSection exec) {
        String command = exec.text("command");
        List<String> arguments = exec.texts("args");
        if (allowed.stream().noneMatch(entry -> allows(entry, command, arguments))) {
            // Arguments are not shown: some hold passwords.
            String there = allowed.isEmpty() ? "none is allowed" : "allowed: " + String.join(", ", allowed);
            throw new InvalidAccess(at + ": its exec entry would run the command " + ExecEntry.shown(command)
                    + ", which is not allowed here (" + there + "); " + WHO);
        }
        for (KubeconfigSection variable : exec.sections("env")) {
            String name = variable.text("name");
            // LD_PRELOAD, PATH, AWS_CONFIG_FILE and others make an allowed command run another one.
            if (name == null || !HARMLESS.contains(name)) {
                throw new InvalidAccess(at + ": its exec entry sets the variable " + ExecEntry.shown(name)
                        + ", which may change what the allowed command does; set it where this runs, or use a token;"
                        + " allowed: "
                        + String.join(", ", HARMLESS.stream().sorted().toList()));
            }
        }
    }

    /** An entry is a command, or a command and its first arguments, parted by single spaces. */
    private static boolean allows(String entry, String command, List<String> arguments) {
        if (entry.equals(command)) {
            return true;
        }
        List<String> words = List.of(entry.split(" ", -1));
        List<String> first = words.subList(1, words.size());
        return words.get(0).equals(command)
                && arguments.size() >= first.size()
                && arguments.subList(0, first.size()).equals(first);
    }
}
