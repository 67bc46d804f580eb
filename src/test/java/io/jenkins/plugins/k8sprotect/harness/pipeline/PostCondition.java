package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.Result;
import java.util.Locale;
import java.util.function.Predicate;

/** When a {@code post} block runs; in the order in which they run. */
enum PostCondition {
    ALWAYS(r -> true),
    ABORTED(r -> r == Result.ABORTED),
    FAILURE(r -> r == Result.FAILURE),
    SUCCESS(r -> r == Result.SUCCESS),
    UNSTABLE(r -> r == Result.UNSTABLE),
    UNSUCCESSFUL(r -> r != Result.SUCCESS),
    CLEANUP(r -> true);

    private final Predicate<Result> applies;

    PostCondition(Predicate<Result> applies) {
        this.applies = applies;
    }

    boolean applies(Result result) {
        return applies.test(result);
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
