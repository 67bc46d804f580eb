package io.jenkins.plugins.k8sprotect.engine.capture;

import io.jenkins.plugins.k8sprotect.engine.app.Decision;
import io.jenkins.plugins.k8sprotect.engine.app.Selection;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.SystemOwned;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decides for each object that was read whether it is captured, and keeps the count. Thread-safe. */
final class Intake {
    private static final GroupKind CLAIM = GroupKind.core("PersistentVolumeClaim");
    private static final GroupKind SECRET = GroupKind.core("Secret");
    private static final GroupKind NAMESPACE = GroupKind.core("Namespace");

    private final Selection selection;
    private final CaptureSink sink;
    private final Consumer<Finding> told;
    private final ControllerMade controllerMade = new ControllerMade();
    private final Tally tally = new Tally();

    Intake(Selection selection, CaptureSink sink, Consumer<Finding> told) {
        this.selection = selection;
        this.sink = sink;
        this.told = told;
    }

    void consider(ObjectHeader object, byte[] json) {
        GroupKind kind = object.type().groupKind();
        Decision decision = selection.decide(object);
        if (decision.verdict() == Decision.Verdict.NOT_SELECTED || isSystems(object)) {
            return;
        }
        if (!decision.included()) {
            if (controllerMade.maker(object).isPresent()) {
                controllerMade.remember(object, json); // It comes back with its maker, and so does what it makes.
            }
            tally.add(kind, Tally.EXCLUDED);
        } else if (object.deleting() && !kind.equals(NAMESPACE)) {
            tally.add(kind, Tally.BEING_DELETED);
            told.accept(Finding.expected("being-deleted", object.key(), "was being deleted, so it is left out"));
        } else if (controllerMade.maker(object).isPresent()) {
            controllerMade.remember(object, json);
            tally.add(kind, Tally.MADE_BY_CONTROLLER);
        } else {
            capture(object, json);
        }
    }

    private void capture(ObjectHeader object, byte[] json) {
        controllerMade.remember(object, json);
        sink.add(object, json);
        tally.add(object.type().groupKind(), Tally.CAPTURED);
        if (object.type().groupKind().equals(CLAIM)) {
            told.accept(Finding.attention(
                    "data-not-protected",
                    object.key(),
                    "data NOT protected: the claim is in this backup, what its volume holds is not"));
        }
    }

    private static boolean isSystems(ObjectHeader object) {
        return SystemOwned.reason(object.key(), object.labels(), object.annotations())
                .isPresent();
    }

    List<KindCount> counts() {
        return tally.counts();
    }

    /** What can be said only when everything was seen. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        long secrets = tally.of(SECRET, Tally.CAPTURED);
        if (secrets > 0) {
            findings.add(Finding.attention(
                    "secrets-not-encrypted",
                    null,
                    secrets + (secrets == 1 ? " Secret is" : " Secrets are")
                            + " readable to everyone who can read the store: the backup is not encrypted"));
        }
        if (tally.captured() == 0) {
            findings.add(
                    Finding.failure("nothing-selected", null, "the definition selects nothing that is in the cluster"));
        }
        return findings;
    }
}
