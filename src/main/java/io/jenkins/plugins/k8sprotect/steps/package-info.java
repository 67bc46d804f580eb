/**
 * The Pipeline steps: one step is one class with its nested execution and descriptor, its resources folder and its test.
 *
 * <p>May import the engine and the Jenkins API. Steps translate arguments and results; they decide nothing. No work on
 * the CPS thread: what takes time runs on the agent that the step's {@code node} names. What a step returns is a list or
 * map of serializable values, which a sandboxed Pipeline may read.
 */
package io.jenkins.plugins.k8sprotect.steps;
