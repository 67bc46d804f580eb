package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.hook.ApplyAction;
import io.jenkins.plugins.k8sprotect.engine.hook.ExecAction;
import io.jenkins.plugins.k8sprotect.engine.hook.HookAction;
import io.jenkins.plugins.k8sprotect.engine.hook.Target;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that say what a hook does. */
final class HookChoices {
    @Option(
            names = "--selector",
            paramLabel = "LABELS",
            description =
                    "Run the command in running and ready pods with these labels: app=db, tier in (a,b), !canary.")
    private String selector = "";

    @Option(names = "--pod", paramLabel = "NAME", description = "Run the command in this pod.")
    private String pod = "";

    @Option(
            names = "--container",
            paramLabel = "NAME",
            description = "The container (default: what the pod's annotation names, else its first).")
    private String container = "";

    @Option(names = "--one", description = "In one pod, the first by name, instead of all, one after the other.")
    private boolean one;

    @Option(
            names = "--apply",
            paramLabel = "FILE",
            description = "Apply this manifest, YAML or JSON; - reads standard input.")
    private String apply;

    @Option(names = "--force", description = "Take over fields that others own; without it, they are a conflict.")
    private boolean force;

    @Option(
            names = "--other-namespaces",
            description = "Allow objects in the manifest that name another namespace than the hook's.")
    boolean otherNamespaces;

    @Option(names = "--cluster-scoped", description = "Allow objects in the manifest that live in no namespace.")
    boolean clusterScoped;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "After --: program and arguments, as they are; there is no shell but one that you name.")
    private List<String> command = new ArrayList<>();

    /** @throws UserError if the options do not go together, or the manifest cannot be read */
    HookAction toAction(InputStream standardInput) {
        if (apply == null) {
            return exec();
        }
        boolean exec = !selector.isEmpty() || !pod.isEmpty() || !container.isEmpty() || one || !command.isEmpty();
        if (exec) {
            throw new UserError("--apply and a command: one hook does one thing; --selector, --pod, --container, --one"
                    + " and COMMAND belong to a command");
        }
        String name = apply.equals("-") ? "standard input" : apply;
        return new ApplyAction(ManifestFile.read(apply, standardInput), name, force);
    }

    private HookAction exec() {
        if (command.isEmpty()) {
            throw new UserError("neither a command nor --apply is given; --selector app=db -- sync -f runs a command,"
                    + " --apply FILE applies a manifest");
        }
        if (force || otherNamespaces || clusterScoped) {
            throw new UserError("--force, --other-namespaces and --cluster-scoped belong to --apply");
        }
        try {
            return new ExecAction(selector, pod, container, command, one ? Target.ONE : Target.ALL);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }
}
