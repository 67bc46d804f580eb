/**
 * The engine's one door, {@link io.jenkins.plugins.k8sprotect.engine.Protection}, and the operations behind it.
 *
 * <p>The command line, the Pipeline steps and other Java programs call the same methods. May import every room below; no
 * Jenkins type.
 */
package io.jenkins.plugins.k8sprotect.engine;
