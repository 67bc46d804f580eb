package io.jenkins.plugins.k8sprotect.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.AbortException;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.ACL;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jenkins.model.Jenkins;

/**
 * Finds credentials by their ids, as one asker sees them. The nearest credential of that id is the one that is meant: if it
 * is of the wrong type, that is an error, and no other one of the same id further up is taken instead.
 */
final class CredentialLookup {
    private final Function<String, IdCredentials> finder;
    private final Consumer<IdCredentials> tracker;
    private final String scope;

    private CredentialLookup(Function<String, IdCredentials> finder, Consumer<IdCredentials> tracker, String scope) {
        this.finder = finder;
        this.tracker = tracker;
        this.scope = scope;
    }

    /** What a build may use: its folders' credentials, and those of Jenkins with global scope. */
    static CredentialLookup ofBuild(Run<?, ?> run) {
        return new CredentialLookup(
                id -> CredentialsProvider.findCredentialById(id, IdCredentials.class, run),
                found -> CredentialsProvider.track(run, found),
                "the build " + run.getParent().getFullName()
                        + " can use those of the folders that it lies in, and those of Jenkins with global scope");
    }

    /**
     * What an administrator meant in the configuration of Jenkins: its own credentials alone. A folder's credential of the
     * same id must not lead the name to another cluster or identity. System scope is included, so that an identity can be
     * kept out of reach of Pipelines but through its name.
     *
     * @param run the build that uses it; null in a form
     */
    static CredentialLookup ofJenkins(Run<?, ?> run) {
        return new CredentialLookup(
                id -> CredentialsProvider.findCredentialByIdInItemGroup(
                        id, IdCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of()),
                found -> {
                    if (run != null) {
                        CredentialsProvider.track(run, found);
                    }
                },
                "what an administrator named uses Jenkins' own credentials (global or System scope), not those of folders");
    }

    /**
     * What a form shows.
     *
     * @param item the job or folder that it belongs to; null in the configuration of Jenkins
     */
    static CredentialLookup ofForm(Item item) {
        if (item == null) {
            return ofJenkins(null);
        }
        return new CredentialLookup(
                id -> CredentialsProvider.findCredentialByIdInItem(
                        id, IdCredentials.class, item, ACL.SYSTEM2, List.of()),
                found -> {},
                item.getFullName()
                        + " can use those of the folders that it lies in, and those of Jenkins with global scope");
    }

    /**
     * The credential of that id.
     *
     * @param needed what Jenkins calls the type, such as {@code Secret file}
     * @throws AbortException if the id is empty, not found, or that of another type
     */
    <C extends IdCredentials> C find(String id, Class<C> type, String needed) throws AbortException {
        if (id == null || id.isBlank()) {
            throw new AbortException("credentialsId: found nothing; needed is the id of a " + needed);
        }
        IdCredentials found = finder.apply(id.trim());
        if (found == null) {
            throw new AbortException("credentialsId: there is no credential " + Shown.quoted(id) + "; " + scope
                    + "; needed is the id of a " + needed);
        }
        if (!type.isInstance(found)) {
            throw new AbortException("credentialsId: " + Shown.quoted(id) + " is a "
                    + found.getDescriptor().getDisplayName() + "; needed is a " + needed);
        }
        tracker.accept(found);
        return type.cast(found);
    }
}
