package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the generated selector and labels away, which hold the Job's old uid; the server makes them again. A selector
 * that a user wrote ({@code manualSelector: true}) stays.
 */
final class JobRule implements RestoreRule {
    private static final List<String> GENERATED =
            List.of("controller-uid", "batch.kubernetes.io/controller-uid", "job-name", "batch.kubernetes.io/job-name");

    @Override
    public String id() {
        return "job";
    }

    @Override
    public String reason() {
        return "A Job's generated selector and labels hold its uid, which is another one after a restore.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.JOB);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        ObjectNode spec = object.spec();
        if (spec == null || spec.path("manualSelector").asBoolean(false)) {
            return;
        }
        spec.remove("selector");
        List<String> uidLabels = GENERATED.subList(0, 2);
        JsonNode templateLabels = spec.path("template").path("metadata").path("labels");
        if (uidLabels.stream().anyMatch(templateLabels::has)
                && templateLabels.equals(object.metadata().get("labels"))) {
            object.metadata().remove("labels"); // Never written: the server shows a template's labels for missing ones.
        }
        uidLabels.forEach(label -> object.removeFromMetadataMap("labels", label));
        if (spec.get("template") instanceof ObjectNode template
                && template.get("metadata") instanceof ObjectNode metadata
                && metadata.get("labels") instanceof ObjectNode labels) {
            GENERATED.forEach(labels::remove);
            if (labels.isEmpty()) {
                metadata.remove("labels");
            }
        }
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (live.spec() == null || desired.spec() == null || desired.spec().has("selector")) {
            return;
        }
        if (live.spec().has("selector")) {
            desired.spec().set("selector", live.spec().get("selector").deepCopy());
        }
        if (live.spec().path("template").path("metadata").get("labels") instanceof ObjectNode labels) {
            ObjectNode template = KubeObject.child(desired.spec(), "template");
            ObjectNode wanted = KubeObject.child(KubeObject.child(template, "metadata"), "labels");
            GENERATED.stream().filter(labels::has).forEach(l -> wanted.set(l, labels.get(l)));
        }
    }
}
