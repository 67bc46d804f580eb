package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import hudson.model.Descriptor;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Reads a step's parameter that is either a name or a nested choice. */
public final class Choices {
    private Choices() {}

    /**
     * A cluster.
     *
     * @param value what the Pipeline gave: a name, or a choice such as {@code kubeconfig(…)}
     * @param parameter what messages call it, such as {@code cluster}
     * @throws AbortException if it is neither; nothing was contacted yet
     */
    public static ClusterChoice cluster(Object value, String parameter) throws AbortException {
        if (value instanceof CharSequence name && !name.toString().isBlank()) {
            return new NamedCluster(name.toString().trim());
        }
        return choice(value, ClusterChoice.class, parameter, "the name of a cluster, kubeconfig(…) or token(…)");
    }

    /** A storage; as {@link #cluster}. */
    public static StorageChoice storage(Object value, String parameter) throws AbortException {
        if (value instanceof CharSequence name && !name.toString().isBlank()) {
            return new NamedStorage(name.toString().trim());
        }
        return choice(
                value,
                StorageChoice.class,
                parameter,
                "the name of a storage, s3(…), directory(…) or jenkinsArtifacts()");
    }

    /** A parameter as a Pipeline would write it: the name alone for what an administrator named, else the value itself. */
    public static Object plain(Object value) {
        if (value instanceof NamedCluster cluster) {
            return cluster.getName();
        }
        return value instanceof NamedStorage storage ? storage.getName() : value;
    }

    /** The kinds of cluster that a step's form offers, the named ones first. */
    public static List<Descriptor<ClusterChoice>> clusterDescriptors() {
        return Jenkins.get().getDescriptorList(ClusterChoice.class);
    }

    /** The kinds of storage that a step's form offers, the named ones first. */
    public static List<Descriptor<StorageChoice>> storageDescriptors() {
        return Jenkins.get().getDescriptorList(StorageChoice.class);
    }

    private static <T> T choice(Object value, Class<T> type, String parameter, String allowed) throws AbortException {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (value instanceof UninstantiatedDescribable nested) {
            try {
                T chosen = nested.instantiate(type, null);
                KnownParameters.check(chosen.getClass(), nested.getArguments().keySet());
                return chosen;
            } catch (Exception e) {
                throw new AbortException(
                        parameter + ": " + nested.getSymbol() + "(…): " + e.getMessage() + "; allowed: " + allowed);
            }
        }
        String found = value == null || value.toString().isBlank()
                ? "nothing"
                : value.getClass().getSimpleName();
        throw new AbortException(parameter + ": found " + found + "; allowed: " + allowed);
    }
}
