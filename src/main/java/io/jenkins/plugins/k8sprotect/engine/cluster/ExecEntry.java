package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An {@code exec} entry of a kubeconfig, checked: the command that prints the user's credential (Kubernetes: client-go
 * credential plugins).
 */
final class ExecEntry {
    private static final String GROUP = "client.authentication.k8s.io/";
    private static final List<String> VERSIONS = List.of(GROUP + "v1", GROUP + "v1beta1");
    private static final int LONGEST_SHOWN = 300;

    private final String at;
    private final String apiVersion;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final String installHint;
    private final boolean wantsCluster;

    /** @throws InvalidAccess that names the field that cannot be used */
    ExecEntry(KubeconfigSection exec, KubeconfigSource source, String context) {
        this.at = context + ": exec";
        this.apiVersion = exec.text("apiVersion");
        if (apiVersion == null || !VERSIONS.contains(apiVersion)) {
            throw new InvalidAccess(
                    at + ": apiVersion: found " + shown(apiVersion) + "; allowed: " + String.join(", ", VERSIONS));
        }
        if ("Always".equals(exec.text("interactiveMode"))) {
            throw new InvalidAccess(at + ": interactiveMode Always needs a terminal; allowed: Never, IfAvailable");
        }
        command.add(program(exec.filled("command"), source));
        command.addAll(exec.texts("args"));
        for (KubeconfigSection variable : exec.sections("env")) {
            if (variable.filled("name") == null || variable.text("value") == null) {
                throw new InvalidAccess(at + ": env: expected a name and a value in each entry");
            }
            environment.put(variable.text("name"), variable.text("value"));
        }
        this.installHint = exec.filled("installHint");
        this.wantsCluster = exec.flag("provideClusterInfo");
    }

    /** A name is looked up in PATH; a path is relative to the kubeconfig's file. */
    private String program(String command, KubeconfigSource source) {
        if (command == null) {
            throw new InvalidAccess(at + ": command is missing");
        }
        boolean relative = command.contains(File.separator) && !new File(command).isAbsolute();
        if (relative && !source.mayNameFiles()) {
            throw new InvalidAccess(at + ": command " + shown(command) + " is relative to a file, and there is none;"
                    + " give a name that is in PATH, or an absolute path");
        }
        return relative ? source.resolve(command).toString() : command;
    }

    /** What messages begin with. */
    String at() {
        return at;
    }

    String apiVersion() {
        return apiVersion;
    }

    /** The program and its arguments; no shell looks at them. */
    List<String> command() {
        return command;
    }

    Map<String, String> environment() {
        return environment;
    }

    boolean wantsCluster() {
        return wantsCluster;
    }

    /** What the kubeconfig's author says to those who lack the command, or empty. */
    String installHint() {
        return installHint == null ? "" : "; " + shown(installHint.strip());
    }

    /** A short text of the kubeconfig, as one line. */
    static String shown(String text) {
        if (text == null) {
            return "nothing";
        }
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
