package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.AbortException;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;

/** The field of a form in which a credential is chosen. */
final class CredentialForm {
    private CredentialForm() {}

    /** Credentials of one type; who may not list them gets just the one that is chosen already. */
    static ListBoxModel list(Item item, String current, Class<? extends StandardCredentials> type) {
        StandardListBoxModel model = new StandardListBoxModel();
        String chosen = current == null ? "" : current;
        if (!FormPermission.mayList(item)) {
            return model.includeCurrentValue(chosen);
        }
        model.includeEmptyValue();
        if (item == null) {
            model.includeAs(ACL.SYSTEM2, Jenkins.get(), type, List.of());
        } else {
            model.includeAs(ACL.SYSTEM2, item, type, List.of());
        }
        return model.includeCurrentValue(chosen);
    }

    /** Whether there is such a credential, told only to who may list them. */
    static FormValidation check(Item item, String id, Class<? extends StandardCredentials> type, String needed) {
        boolean parameter = id != null && id.startsWith("${"); // Its value is known when a build runs.
        if (parameter || !FormPermission.mayList(item)) {
            return FormValidation.ok();
        }
        try {
            CredentialLookup.ofForm(item).find(id, type, needed);
            return FormValidation.ok();
        } catch (AbortException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
