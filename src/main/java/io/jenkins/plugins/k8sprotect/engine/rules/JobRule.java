package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finished Jobs are not run again. Takes the generated selector and labels away, which hold the Job's old uid; the server
 * makes them again. A selector that a user wrote ({@code manualSelector: true}) stays.
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
        return "A finished Job must not run twice; a Job's generated selector and labels hold its uid, which is another one"
                + " after a restore.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.JOB);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (isFinished(object)) {
            context.skip("a finished Job is not run again");
        }
        ObjectNode spec = object.spec();
        if (spec == null || spec.path("manualSelector").asBoolean(false)) {
            return;
        }
        spec.remove("selector");
        List<String> uidLabels = GENERATED.subList(0, 2);
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

    /** "Terminal Job conditions" in the Job API. */
    private static boolean isFinished(KubeObject job) {
        for (JsonNode condition : KubeObject.elements(job.json().path("status").get("conditions"))) {
            String type = KubeObject.text(condition, "type");
            if ((type.equals("Complete") || type.equals("Failed"))
                    && KubeObject.text(condition, "status").equals("True")) {
                return true;
            }
        }
        return false;
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
