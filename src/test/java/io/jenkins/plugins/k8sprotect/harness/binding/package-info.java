/**
 * Finds and binds steps and nested choices as Jenkins does: the extension index, the symbol index, and what the structs
 * plugin's {@code DescribableModel} makes of a Pipeline's arguments.
 */
package io.jenkins.plugins.k8sprotect.harness.binding;
