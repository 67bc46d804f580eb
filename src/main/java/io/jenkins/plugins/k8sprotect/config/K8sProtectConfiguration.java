package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator sets for the whole of Jenkins. Holds no secret: credentials are referred to by their ids. */
@Extension
@Symbol("k8sProtect")
public final class K8sProtectConfiguration extends GlobalConfiguration {
    /** Operations on the controller at one time, unless an administrator says otherwise. */
    public static final int DEFAULT_CONCURRENT = 4;

    private static final int MOST_CONCURRENT = 64;

    private volatile List<NamedClusterEntry> clusters = new ArrayList<>();
    private volatile List<NamedStorageEntry> storages = new ArrayList<>();
    private volatile List<String> allowedExecCommands = new ArrayList<>();
    private volatile int maxConcurrentOnController = DEFAULT_CONCURRENT;

    /** Reads what was saved. */
    public K8sProtectConfiguration() {
        load();
    }

    /** The one that this Jenkins has. */
    public static K8sProtectConfiguration get() {
        return ExtensionList.lookupSingleton(K8sProtectConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return "Kubernetes Application Protection";
    }

    public List<NamedClusterEntry> getClusters() {
        return List.copyOf(clusters);
    }

    /** @throws IllegalArgumentException that names every mistake; nothing was changed then */
    @DataBoundSetter
    public void setClusters(List<NamedClusterEntry> clusters) {
        this.clusters = Names.checked("clusters", clusters);
        save();
    }

    public List<NamedStorageEntry> getStorages() {
        return List.copyOf(storages);
    }

    /** @throws IllegalArgumentException that names every mistake; nothing was changed then */
    @DataBoundSetter
    public void setStorages(List<NamedStorageEntry> storages) {
        this.storages = Names.checked("storages", storages);
        save();
    }

    /**
     * What {@code exec} entries of kubeconfigs may run on the controller, each as a kubeconfig writes it, alone or with its
     * first arguments; empty: nothing.
     */
    public List<String> getAllowedExecCommands() {
        return List.copyOf(allowedExecCommands);
    }

    /** Sets the commands, as the kubeconfigs write them. */
    @DataBoundSetter
    public void setAllowedExecCommands(List<String> allowedExecCommands) {
        this.allowedExecCommands = ExecCommands.plain(allowedExecCommands);
        save();
    }

    /** The commands, one a line: the form's field for them. */
    public String getAllowedExecCommandLines() {
        return String.join("\n", allowedExecCommands);
    }

    /** How many operations may run in the controller's own process at one time. */
    public int getMaxConcurrentOnController() {
        return maxConcurrentOnController;
    }

    /** @throws IllegalArgumentException if it is not 1 to 64 */
    @DataBoundSetter
    public void setMaxConcurrentOnController(int maxConcurrentOnController) {
        this.maxConcurrentOnController = concurrent(Integer.toString(maxConcurrentOnController));
        save();
    }

    /**
     * What an administrator named so.
     *
     * @throws AbortException if there is none; the message has the names that there are
     */
    ClusterChoice cluster(String name) throws AbortException {
        return entry(clusters, name)
                .map(NamedClusterEntry::getCluster)
                .orElseThrow(() -> new AbortException(Names.unknown("cluster", name, clusterNames())));
    }

    /** As {@link #cluster}. */
    StorageChoice storage(String name) throws AbortException {
        return entry(storages, name)
                .map(NamedStorageEntry::getStorage)
                .orElseThrow(() -> new AbortException(Names.unknown("storage", name, storageNames())));
    }

    List<String> clusterNames() {
        return clusters.stream().map(NamedClusterEntry::getName).toList();
    }

    List<String> storageNames() {
        return storages.stream().map(NamedStorageEntry::getName).toList();
    }

    private static <T extends NamedEntry> Optional<T> entry(List<T> entries, String name) {
        return entries.stream()
                .filter(e -> name != null && name.equals(e.getName()))
                .findFirst();
    }

    /** All or nothing. Jenkins leaves an empty list out of what it sends: bound as usual, a last entry could not be removed. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws Descriptor.FormException {
        try {
            List<NamedClusterEntry> newClusters =
                    Names.checked("clusters", bound(request, NamedClusterEntry.class, json.opt("clusters")));
            List<NamedStorageEntry> newStorages =
                    Names.checked("storages", bound(request, NamedStorageEntry.class, json.opt("storages")));
            int newConcurrent =
                    concurrent(json.optString("maxConcurrentOnController", Integer.toString(DEFAULT_CONCURRENT)));
            clusters = newClusters;
            storages = newStorages;
            allowedExecCommands = ExecCommands.plain(
                    json.optString("allowedExecCommandLines").lines().toList());
            maxConcurrentOnController = newConcurrent;
        } catch (IllegalArgumentException e) {
            throw new FormException(e.getMessage(), "k8sProtect");
        }
        save();
        return true;
    }

    /** By the descriptors, so that each may read its own form. */
    private static <T> List<T> bound(StaplerRequest2 request, Class<T> type, Object json) {
        List<T> entries = new ArrayList<>();
        for (Object entry :
                json instanceof JSONArray many ? many : json instanceof JSONObject ? List.of(json) : List.of()) {
            entries.add(Descriptor.bindJSON(request, type, (JSONObject) entry));
        }
        return entries;
    }

    private static int concurrent(String text) {
        try {
            int number = Integer.parseInt(text.trim());
            if (number >= 1 && number <= MOST_CONCURRENT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("maxConcurrentOnController: found " + Shown.quoted(text)
                + "; allowed is a number from 1 to " + MOST_CONCURRENT);
    }

    /** Whether it is a number that is allowed. */
    @POST
    public FormValidation doCheckMaxConcurrentOnController(@QueryParameter String value) {
        if (!FormPermission.mayList(null)) {
            return FormValidation.ok();
        }
        try {
            concurrent(value == null ? "" : value);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Warns of commands that would run anything. */
    @POST
    public FormValidation doCheckAllowedExecCommandLines(@QueryParameter String value) {
        if (!FormPermission.mayList(null)) {
            return FormValidation.ok();
        }
        return ExecCommands.warnings(value == null ? List.of() : value.lines().toList());
    }
}
