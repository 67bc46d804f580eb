package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ObjectApi;
import io.jenkins.plugins.k8sprotect.engine.object.FieldOwners;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.plan.Action;
import io.jenkins.plugins.k8sprotect.engine.plan.ConflictPolicy;
import io.jenkins.plugins.k8sprotect.engine.rules.NormalForm;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.util.Optional;
import java.util.Set;

/** Writes single objects as the plan says. One try each; thread-safe. */
final class ObjectWriter {
    /** The object is there and goes away; the caller comes back later. */
    static final class StillTerminating extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillTerminating(String message) {
            super(message);
        }
    }

    private final ObjectApi api;
    private final Replacer replacer;
    private final OwnerUids uids;
    private final RuleBook rules;
    private final RuleContext.Facts inPlace;
    private final ConflictPolicy conflict;
    private final Set<String> newNamespaces;

    /** @param newNamespaces namespaces that this restore makes: what appears in them meanwhile came with them */
    ObjectWriter(
            ObjectApi api,
            RuleBook rules,
            RuleContext.Facts inPlace,
            OwnerUids uids,
            ConflictPolicy conflict,
            Set<String> newNamespaces) {
        this.api = api;
        this.replacer = new Replacer(api, rules, uids);
        this.uids = uids;
        this.rules = rules;
        this.inPlace = inPlace;
        this.conflict = conflict;
        this.newNamespaces = newNamespaces;
    }

    Written write(Desired desired) {
        boolean replaces = desired.step().action() == Action.REPLACE;
        try {
            return replaces ? replace(desired) : create(desired);
        } catch (FinishedJobs.Refused e) {
            String action = replaces ? Written.REPLACED : Written.CREATED;
            return new Written(action, e.uid(), e.finding(desired.step().target()));
        }
    }

    private Written create(Desired desired) {
        try {
            byte[] stored = make(desired, WriteMode.of(desired.recorded(), desired.wanted()));
            String uid = uids.wants(desired.step().sourceUid()) ? Uids.of(stored) : "";
            return new Written(Written.CREATED, uid);
        } catch (ApiException e) {
            if (e.isAlreadyExists()) {
                return present(desired);
            }
            throw e;
        }
    }

    private byte[] make(Desired desired, WriteMode mode) {
        if (FinishedJobs.concerns(desired)) {
            Desired suspended = FinishedJobs.suspended(desired);
            return setOwners(desired, post(suspended, mode.manager()), mode.manager());
        }
        if (mode instanceof WriteMode.Apply apply) {
            return apply(desired, apply);
        }
        byte[] stored = post(desired, mode.manager());
        return mode instanceof WriteMode.CreateThenOwners ? setOwners(desired, stored, mode.manager()) : stored;
    }

    private byte[] post(Desired desired, String manager) {
        ObjectKey key = desired.step().target();
        return api.create(
                desired.step().type(),
                key.namespace(),
                key.name(),
                desired.wanted().toBytes(),
                manager);
    }

    private byte[] apply(Desired desired, WriteMode.Apply mode) {
        ObjectKey key = desired.step().target();
        byte[] stored = api.apply(
                desired.step().type(), key.namespace(), key.name(), mode.owned().toBytes(), mode.manager());
        return isAsWanted(KubeObject.parse(stored), desired) ? stored : setOwners(desired, stored, mode.manager());
    }

    /** Replaces what was just made by the same with its recorded owners. */
    private byte[] setOwners(Desired desired, byte[] stored, String manager) {
        return replacer.replace(desired, KubeObject.parse(stored), manager);
    }

    private Written replace(Desired desired) {
        ObjectKey key = desired.step().target();
        Optional<KubeObject> live = api.get(desired.step().type(), key.namespace(), key.name());
        if (live.isEmpty()) {
            return create(desired);
        }
        refuseTerminating(live.get());
        if (isAsWanted(live.get(), desired)) {
            return new Written(Written.UNCHANGED, live.get().uid());
        }
        replacer.replace(desired, live.get(), firstManager(desired));
        return new Written(Written.REPLACED, live.get().uid());
    }

    private static String firstManager(Desired desired) {
        return desired.recorded() == null
                ? WriteMode.OWN_MANAGER
                : FieldOwners.recorded(desired.recorded()).of(desired.wanted()).stream()
                        .findFirst()
                        .map(o -> o.manager())
                        .orElse(WriteMode.OWN_MANAGER);
    }

    /** The plan says absent, but the object is there: it came with its namespace, or somebody was faster. */
    private Written present(Desired desired) {
        ObjectKey key = desired.step().target();
        Optional<KubeObject> live = api.get(desired.step().type(), key.namespace(), key.name());
        if (live.isEmpty()) {
            throw new StillTerminating(key + " was just deleted");
        }
        refuseTerminating(live.get());
        if (isAsWanted(live.get(), desired)) {
            return new Written(Written.UNCHANGED, live.get().uid());
        }
        boolean ours = FinishedJobs.concerns(desired) && isAsWanted(live.get(), FinishedJobs.suspended(desired));
        if (ours || conflict == ConflictPolicy.REPLACE || newNamespaces.contains(key.namespace())) {
            replacer.replace(desired, live.get(), firstManager(desired));
            return new Written(Written.REPLACED, live.get().uid());
        }
        return new Written(
                conflict == ConflictPolicy.SKIP ? Written.SKIPPED : Written.FAILED,
                live.get().uid());
    }

    private static void refuseTerminating(KubeObject live) {
        if (live.metadata().has("deletionTimestamp")) {
            throw new StillTerminating(live.key() + " is being deleted" + Blockers.of(live));
        }
    }

    private boolean isAsWanted(KubeObject live, Desired desired) {
        String present = NormalForm.digest(NormalForm.ofLive(live, rules, inPlace));
        return present.equals(NormalForm.digest(NormalForm.ofWanted(desired.wanted())));
    }
}
