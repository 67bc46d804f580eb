package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.Serializable;

/** Work for the engine, as it is sent to the machine on which that runs. Holds credentials: never persisted. */
abstract class EngineWork implements Serializable {
    private static final long serialVersionUID = 1;

    private final ClusterLogin cluster;
    private final StoreLogin storage;

    /** Either may be null where the work needs none. */
    EngineWork(ClusterLogin cluster, StoreLogin storage) {
        this.cluster = cluster;
        this.storage = storage;
    }

    /**
     * Does it.
     *
     * @throws RuntimeException the engine's; {@link Answer#of(Exception)} tells them apart
     */
    abstract Answer perform(EventSink events, CancelToken cancel);

    ClusterLogin cluster() {
        return cluster;
    }

    StoreLogin storage() {
        return storage;
    }

    /** What must not be shown. */
    Mask mask() {
        return Mask.of(cluster, storage);
    }
}
