package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.cluster.ObjectApi;
import io.jenkins.plugins.k8sprotect.engine.cluster.Retry;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.object.FieldOwners;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces a present object by the recorded one, field owners included. Thread-safe. */
final class Replacer {
    /** A controller writes to an object the moment it is made or changed, so that the next write may have to read again. */
    private static final Retry AGAINST_CONTROLLERS = new Retry(10, 20, 1_000);

    private final ObjectApi api;
    private final FinishedJobs finishedJobs;
    private final RuleBook rules;
    private final OwnerUids uids;
    /** An object is not left without its owners when the restore is stopped. */
    private final CancelToken cancel = new CancelToken();

    Replacer(ObjectApi api, RuleBook rules, OwnerUids uids) {
        this.api = api;
        this.finishedJobs = new FinishedJobs(api);
        this.rules = rules;
        this.uids = uids;
    }

    /**
     * Replaces {@code live}, whoever else writes to it meanwhile. Were a conflict, or a server that asks to wait, left to
     * the next try of the whole, that would find the object as wanted and be content with its wrong owners.
     *
     * @param manager field manager of the write
     * @return the object as the server stored it
     */
    byte[] replace(Desired desired, KubeObject live, String manager) {
        AtomicReference<KubeObject> present = new AtomicReference<>(live);
        return AGAINST_CONTROLLERS.call(cancel, e -> e.isConflict() || e.isTransient(), () -> {
            KubeObject now = present.getAndSet(null);
            return replaceOnce(desired, now == null ? readAgain(desired, live) : now, manager);
        });
    }

    private KubeObject readAgain(Desired desired, KubeObject before) {
        ObjectKey key = desired.step().target();
        return api.get(desired.step().type(), key.namespace(), key.name())
                .filter(o -> o.uid().equals(before.uid()))
                .orElseThrow(() -> new ObjectWriter.StillTerminating(key + " was deleted meanwhile"));
    }

    /**
     * The server takes owners as they are given, but gives the fields that change to whoever changes them. So where
     * something changes, its owners are told in a second write, which changes nothing else.
     */
    private byte[] replaceOnce(Desired desired, KubeObject present, String manager) {
        boolean wouldRun = FinishedJobs.concerns(desired) && FinishedJobs.wouldRun(present);
        KubeObject live = wouldRun ? finishedJobs.tell(desired, present) : present;
        byte[] stored = put(desired, live, manager);
        ArrayNode owners = recordedOwners(desired);
        if (owners == null) {
            return stored;
        }
        KubeObject replaced = KubeObject.parse(stored);
        return ownersOf(owners).equals(ownersOf(replaced.metadata().get("managedFields")))
                ? stored
                : put(desired, replaced, manager);
    }

    private byte[] put(Desired desired, KubeObject live, String manager) {
        ObjectKey key = desired.step().target();
        KubeObject body = desired.wanted().copy();
        rules.carryOver(live, body);
        body.metadata().put("resourceVersion", live.resourceVersion());
        ArrayNode owners = recordedOwners(desired);
        if (owners != null) {
            // Who writes the status now goes on doing so.
            for (JsonNode owner : KubeObject.elements(live.metadata().get("managedFields"))) {
                if (!KubeObject.text(owner, "subresource").isEmpty()) {
                    owners.add(owner.deepCopy());
                }
            }
            body.metadata().set("managedFields", owners);
        }
        return api.replace(desired.step().type(), key.namespace(), key.name(), body.toBytes(), manager);
    }

    private ArrayNode recordedOwners(Desired desired) {
        return desired.recorded() == null ? null : FieldOwners.restored(desired.recorded(), uids::newUid);
    }

    /** Owners of the object itself, without the time at which they wrote. */
    private static Set<JsonNode> ownersOf(JsonNode managedFields) {
        Set<JsonNode> owners = new HashSet<>();
        for (JsonNode owner : KubeObject.elements(managedFields)) {
            if (KubeObject.text(owner, "subresource").isEmpty() && owner instanceof ObjectNode entry) {
                ObjectNode copy = entry.deepCopy();
                copy.remove("time");
                owners.add(copy);
            }
        }
        return owners;
    }
}
