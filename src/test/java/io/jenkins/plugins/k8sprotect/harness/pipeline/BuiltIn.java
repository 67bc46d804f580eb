package io.jenkins.plugins.k8sprotect.harness.pipeline;

/** A step of another plugin, in a form that does what examples need of it. */
interface BuiltIn {
    Object call(Arguments arguments) throws Exception;
}
