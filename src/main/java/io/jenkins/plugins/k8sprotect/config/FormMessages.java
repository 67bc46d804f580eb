package io.jenkins.plugins.k8sprotect.config;

import hudson.util.FormValidation;
import java.util.List;

/** Turns mistakes into what a form shows. */
final class FormMessages {
    private FormMessages() {}

    /** All of them, or that all is well. */
    static FormValidation of(List<String> mistakes) {
        return mistakes.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join("; ", mistakes));
    }
}
