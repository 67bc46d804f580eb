/**
 * Renders the plugin's pages and forms without Jenkins: the tags that they use as plain HTML, expressions evaluated by the
 * library that Jenkins evaluates them with, texts escaped as it escapes them.
 */
package io.jenkins.plugins.k8sprotect.pages;
