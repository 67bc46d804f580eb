package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jenkins.ui.icon.IconSpec;
import org.springframework.security.core.Authentication;

/** Finds what a test puts in, by the folder it lies in: tests need that. */
public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider>, IconSpec {
    public static final Permission USE_ITEM = new Permission(null, "Credentials/UseItem", null);

    /** Set by tests. */
    static final List<Kept> KEPT = new CopyOnWriteArrayList<>();

    /** Set by tests: ids that were tracked. */
    static final List<String> TRACKED = new CopyOnWriteArrayList<>();

    public CredentialsProvider() {}

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return find(id, type, run.getParent().getFullName());
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String id, Class<C> type, Item item, Authentication who, List<DomainRequirement> domains) {
        return find(id, type, item == null ? "" : item.getFullName());
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String id, Class<C> type, ItemGroup<?> group, Authentication who, List<DomainRequirement> domains) {
        return find(id, type, group == null ? "" : group.getFullName());
    }

    public static <C extends Credentials> C track(Run run, C credentials) {
        return tracked(credentials);
    }

    public static <C extends Credentials> C track(Item item, C credentials) {
        return tracked(credentials);
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            Class<C> type, Item item, Authentication who, List<DomainRequirement> domains, CredentialsMatcher matcher) {
        return list(type, item == null ? "" : item.getFullName());
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            Class<C> type,
            ItemGroup group,
            Authentication who,
            List<DomainRequirement> domains,
            CredentialsMatcher matcher) {
        return list(type, group == null ? "" : group.getFullName());
    }

    private static ListBoxModel list(Class<? extends IdCredentials> type, String item) {
        ListBoxModel model = new ListBoxModel();
        visible(item).filter(type::isInstance).forEach(c -> model.add(c.getId(), c.getId()));
        return model;
    }

    private static <C extends Credentials> C tracked(C credentials) {
        if (credentials instanceof IdCredentials named) {
            TRACKED.add(named.getId());
        }
        return credentials;
    }

    private static <C extends IdCredentials> C find(String id, Class<C> type, String item) {
        return visible(item)
                .filter(c -> c.getId().equals(id) && type.isInstance(c))
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<IdCredentials> visible(String item) {
        return KEPT.stream()
                .filter(k -> k.folder().isEmpty() || item.equals(k.folder()) || item.startsWith(k.folder() + "/"))
                .sorted(Comparator.comparingInt(k -> -k.folder().length()))
                .map(Kept::credentials);
    }

    /** A credential in a folder; the empty name is the whole of Jenkins. */
    record Kept(String folder, IdCredentials credentials) {}
}
