package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.io.Serializable;
import java.util.List;

/**
 * Which outcome fails a step and which makes the build unstable: the parameters {@code failOn} and {@code unstableOn}.
 * Persisted with a running build.
 */
final class ResultPolicy implements Serializable {
    private static final long serialVersionUID = 1;

    static final String ERROR = "error";
    static final String WARNING = "warning";
    static final String NEVER = "";

    private final String failOn;
    private final String unstableOn;

    private ResultPolicy(String failOn, String unstableOn) {
        this.failOn = failOn;
        this.unstableOn = unstableOn;
    }

    /** Reads the two parameters; what is wrong with them, alone or together, goes to the problems. */
    static ResultPolicy of(String failOn, String unstableOn, Problems problems) {
        problems.oneOf("failOn", failOn, List.of(ERROR, WARNING));
        problems.oneOf("unstableOn", unstableOn, List.of(NEVER, WARNING, ERROR));
        if (WARNING.equals(failOn) && (WARNING.equals(unstableOn) || ERROR.equals(unstableOn))) {
            problems.add("unstableOn: found '" + unstableOn + "' together with failOn 'warning', which fails the step"
                    + " already; allowed with it: ''");
        }
        return new ResultPolicy(failOn, unstableOn);
    }

    /** Decides. A failure is never a pass, and nor is what was stopped. */
    Verdict decide(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> Verdict.PASS;
            case WARNING ->
                failOn.equals(WARNING) ? Verdict.FAIL : unstableOn.equals(WARNING) ? Verdict.UNSTABLE : Verdict.PASS;
            case FAILED -> unstableOn.equals(ERROR) ? Verdict.UNSTABLE : Verdict.FAIL;
            case ABORTED -> Verdict.FAIL;
        };
    }
}
