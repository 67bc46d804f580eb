/**
 * The engine from a shell: {@code java -jar k8s-protect-cli.jar}. One command is one class; it translates arguments into
 * the engine's calls and hands what comes back to {@link io.jenkins.plugins.k8sprotect.cli.Output}; it decides nothing.
 *
 * <p>May import the engine and picocli; no Jenkins type. Not part of the plugin. Standard output carries results alone,
 * standard error everything else, and neither a secret.
 */
package io.jenkins.plugins.k8sprotect.cli;
