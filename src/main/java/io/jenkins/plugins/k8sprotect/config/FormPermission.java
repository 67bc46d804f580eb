package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.model.Item;
import hudson.security.Permission;
import jenkins.model.Jenkins;

/** Who may do what in a form. A form without an item is that of Jenkins' own configuration. */
final class FormPermission {
    private FormPermission() {}

    /** Whether ids of credentials and names may be listed or looked up: without this, they could be guessed one by one. */
    static boolean mayList(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }

    /**
     * Only who could have a build do the same may send a credential somewhere.
     *
     * @throws org.springframework.security.access.AccessDeniedException else
     */
    static void checkConfigure(Item item) {
        Permission needed = item == null ? Jenkins.ADMINISTER : Item.CONFIGURE;
        if (item == null) {
            Jenkins.get().checkPermission(needed);
        } else {
            item.checkPermission(needed);
        }
    }
}
