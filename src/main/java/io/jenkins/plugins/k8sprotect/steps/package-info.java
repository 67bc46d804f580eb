/**
 * The Pipeline steps. A step is a class with its descriptor, its resources folder and its test; its arguments, checked, are
 * an {@link io.jenkins.plugins.k8sprotect.steps.OperationArguments}, and what it does is an {@link
 * io.jenkins.plugins.k8sprotect.steps.EngineWork} that is sent to the machine on which the engine runs. A step that wraps
 * a block takes the same arguments and work, with an execution of its own beside {@link
 * io.jenkins.plugins.k8sprotect.steps.OperationExecution}.
 *
 * <p>May import {@code config}, {@code report}, the engine and the Jenkins API. Steps translate arguments and results; they
 * decide nothing but what an outcome does to the build.
 *
 * <p>Invariants: nothing on the Pipeline's thread takes time. What is persisted is text, numbers and this project's own
 * small classes, never a credential and never a type of a library: {@code *Arguments}, {@code Checkpoint}, {@code
 * ProtectionResult}, the choices. A step ends once, and not before its work has stopped. What comes from another machine is
 * an answer with codes, since exceptions lose their types on the way.
 */
package io.jenkins.plugins.k8sprotect.steps;
