/**
 * Runs Jenkinsfiles, scripted and declarative: JenkinsPipelineUnit evaluates them, the plugin's own steps are bound and run
 * as Jenkins does, and the steps of other plugins that examples use are here in a form that does the same. A call of
 * anything else fails the build.
 */
package io.jenkins.plugins.k8sprotect.harness.pipeline;
