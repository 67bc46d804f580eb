/**
 * The engine from a shell: {@code java -jar k8s-protect-cli.jar}. Translates arguments into the engine's calls and its
 * results into text; decides nothing.
 *
 * <p>May import the engine and picocli; no Jenkins type. Not part of the plugin.
 */
package io.jenkins.plugins.k8sprotect.cli;
