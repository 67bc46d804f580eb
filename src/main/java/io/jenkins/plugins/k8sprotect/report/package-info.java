/**
 * What a build shows and keeps of its operations: files archived with it, a summary on its page, and a page of its own.
 * Made from the result model alone.
 *
 * <p>May import the engine and the Jenkins API, neither {@code config} nor {@code steps}. What is persisted with a build
 * are this room's own classes of text and numbers, bounded in size, whose names and fields stay as they are.
 */
package io.jenkins.plugins.k8sprotect.report;
