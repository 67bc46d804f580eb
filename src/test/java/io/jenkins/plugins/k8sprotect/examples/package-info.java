/** Every Jenkinsfile of {@code examples/} and of the documents is run with the plugin's own steps. */
package io.jenkins.plugins.k8sprotect.examples;
