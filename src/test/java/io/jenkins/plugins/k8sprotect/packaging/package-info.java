/**
 * Tests of what is delivered: that the stubs and the plugin's class files agree with the Jenkins API they will meet, and
 * that the plugin archive holds what it must and nothing else.
 *
 * <p>Each check is a function from bytes to a list of problems, and has a test that shows it failing on something wrong.
 */
package io.jenkins.plugins.k8sprotect.packaging;
