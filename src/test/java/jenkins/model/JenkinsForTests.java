package jenkins.model;

import hudson.ExtensionsForTests;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * A Jenkins for the time of a test: items, descriptors, and who may do what. Closing it removes it, with every extension
 * and credential that was put in.
 */
public final class JenkinsForTests implements AutoCloseable {
    private final Jenkins jenkins = new Jenkins();
    private final Map<String, Set<Permission>> granted = new HashMap<>();

    private JenkinsForTests() {
        jenkins.acl = new Granted();
    }

    /** Puts a Jenkins in; nobody but SYSTEM may do anything yet. */
    public static JenkinsForTests install() {
        JenkinsForTests made = new JenkinsForTests();
        Jenkins.instance = made.jenkins;
        return made;
    }

    /** What {@link Jenkins#get()} returns. */
    public Jenkins jenkins() {
        return jenkins;
    }

    /** Adds an item under its full name. */
    public JenkinsForTests with(Item item) {
        jenkins.items.put(item.getFullName(), item);
        return this;
    }

    /** Adds a descriptor under the class that it describes, and as the singleton of its own class. */
    public JenkinsForTests with(Descriptor<?> descriptor) {
        jenkins.descriptors.put(descriptor.clazz, descriptor);
        ExtensionsForTests.put(descriptor);
        return this;
    }

    /** Lets a user do this and no more. {@link Jenkins#ADMINISTER} implies the rest, as in Jenkins. */
    public JenkinsForTests grant(String user, Permission... permissions) {
        granted.put(user, Set.of(permissions));
        return this;
    }

    /** Makes the user the one who acts on this thread, until the context is closed. */
    public static ACLContext as(String user) {
        return ACL.as2(new TestingAuthenticationToken(user, ""));
    }

    @Override
    public void close() {
        Jenkins.instance = null;
        ExtensionsForTests.clear();
    }

    private final class Granted extends ACL {
        @Override
        public boolean hasPermission2(Authentication who, Permission permission) {
            if (who.equals(ACL.SYSTEM2)) {
                return true;
            }
            Set<Permission> may = granted.getOrDefault(who.getName(), Set.of());
            return may.contains(permission) || may.contains(Jenkins.ADMINISTER);
        }
    }
}
