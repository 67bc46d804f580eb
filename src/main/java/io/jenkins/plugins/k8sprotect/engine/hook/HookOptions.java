package io.jenkins.plugins.k8sprotect.engine.hook;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What the caller of a hook allows and wants, whatever the action is.
 *
 * @param timeout after which it fails; more than nothing
 * @param masking what must not be seen
 * @param otherNamespaces whether objects may be applied in other namespaces than the hook's
 * @param clusterScoped whether objects may be applied that live in no namespace
 */
public record HookOptions(Duration timeout, Masking masking, boolean otherNamespaces, boolean clusterScoped)
        implements Serializable {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException if the timeout is not more than nothing */
    public HookOptions {
        Objects.requireNonNull(masking, "masking");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout: found " + timeout + "; allowed: more than nothing");
        }
    }

    /** Ten minutes, nothing masked, the hook's namespace alone. */
    public static HookOptions defaults() {
        return new HookOptions(DEFAULT_TIMEOUT, Masking.NOTHING, false, false);
    }

    public HookOptions withTimeout(Duration time) {
        return new HookOptions(time, masking, otherNamespaces, clusterScoped);
    }

    public HookOptions withMasking(Masking secrets) {
        return new HookOptions(timeout, secrets, otherNamespaces, clusterScoped);
    }

    public HookOptions allowing(boolean inOtherNamespaces, boolean inNoNamespace) {
        return new HookOptions(timeout, masking, inOtherNamespaces, inNoNamespace);
    }
}
