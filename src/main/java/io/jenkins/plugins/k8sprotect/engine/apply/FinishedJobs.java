package io.jenkins.plugins.k8sprotect.engine.apply;

import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ObjectApi;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a finished Job from running again: it is made suspended, is told through {@code /status} that it has finished,
 * and only then is given its recorded {@code suspend}. The Job controller makes no pods for a suspended Job, nor for one
 * that has a terminal condition ("Job termination and cleanup", "Suspending a Job").
 */
final class FinishedJobs {
    private static final GroupKind JOB = new GroupKind("batch", "Job");

    /**
     * Terminal condition → the condition that must stand beside it. Servers from 1.31 refuse the one without the other;
     * older ones did not write both.
     */
    private static final Map<String, String> CRITERIA =
            Map.of("Complete", "SuccessCriteriaMet", "Failed", "FailureTarget");

    /** The server does not take the recorded status, so the Job stays suspended. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String uid;

        Refused(String uid, ApiException cause) {
            super(cause.getMessage(), cause);
            this.uid = uid;
        }

        String uid() {
            return uid;
        }

        Finding finding(ObjectKey job) {
            return Finding.attention(
                    "job-left-suspended",
                    job,
                    "had finished, but that could not be restored (" + getMessage()
                            + "), so it is suspended and does not run again; delete it, or resume it to run it anew");
        }
    }

    private final ObjectApi api;

    FinishedJobs(ObjectApi api) {
        this.api = api;
    }

    /** Whether the recorded object is a Job that had finished. */
    static boolean concerns(Desired desired) {
        return desired.recorded() != null && desired.wanted().groupKind().equals(JOB) && isFinished(desired.recorded());
    }

    private static boolean isFinished(KubeObject job) {
        return CRITERIA.keySet().stream().anyMatch(c -> condition(job, c) != null);
    }

    /** The wanted Job, suspended. */
    static Desired suspended(Desired desired) {
        KubeObject copy = desired.wanted().copy();
        KubeObject.child(copy.json(), "spec").put("suspend", true);
        return new Desired(desired.step(), desired.recorded(), copy);
    }

    /** Whether the live Job is as {@link #suspended} left it: it would begin to run when it is no longer suspended. */
    static boolean wouldRun(KubeObject live) {
        return live.spec() != null && live.spec().path("suspend").asBoolean(false) && !isFinished(live);
    }

    /**
     * Writes the recorded status.
     *
     * @return the Job as the server stored it: finished, still suspended
     * @throws Refused if the server finds it invalid, or the caller may not update {@code jobs/status}
     */
    KubeObject tell(Desired desired, KubeObject live) {
        KubeObject body = live.copy();
        body.metadata().remove("resourceVersion"); // The Job controller writes its own status meanwhile; ours counts.
        body.metadata().remove("managedFields");
        body.json().set("status", status(desired.recorded()));
        ObjectKey key = desired.step().target();
        try {
            return KubeObject.parse(api.replaceStatus(
                    desired.step().type(), key.namespace(), key.name(), body.toBytes(), manager(desired.recorded())));
        } catch (ApiException e) {
            if (e.isInvalid() || e.isForbidden()) {
                throw new Refused(live.uid(), e);
            }
            throw e;
        }
    }

    private static ObjectNode status(KubeObject recorded) {
        ObjectNode status = (ObjectNode) recorded.json().get("status").deepCopy();
        CRITERIA.forEach((terminal, criterion) -> {
            JsonNode condition = condition(recorded, terminal);
            if (condition != null && condition(recorded, criterion) == null) {
                ((ArrayNode) status.get("conditions")).add(((ObjectNode) condition.deepCopy()).put("type", criterion));
            }
        });
        return status;
    }

    private static JsonNode condition(KubeObject job, String type) {
        for (JsonNode condition : KubeObject.elements(job.json().path("status").get("conditions"))) {
            if (type.equals(KubeObject.text(condition, "type"))
                    && "True".equals(KubeObject.text(condition, "status"))) {
                return condition;
            }
        }
        return null;
    }

    /** Who wrote the recorded status. */
    private static String manager(KubeObject recorded) {
        for (JsonNode entry : KubeObject.elements(recorded.metadata().get("managedFields"))) {
            if (KubeObject.text(entry, "subresource").equals("status")) {
                return KubeObject.text(entry, "manager");
            }
        }
        return WriteMode.OWN_MANAGER;
    }
}
