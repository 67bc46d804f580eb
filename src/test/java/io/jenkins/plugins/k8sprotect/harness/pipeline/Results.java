package io.jenkins.plugins.k8sprotect.harness.pipeline;

import hudson.model.Result;
import java.util.stream.Stream;

/** Results by their names. */
final class Results {
    private Results() {}

    static Result named(String name) {
        return Stream.of(Result.SUCCESS, Result.UNSTABLE, Result.FAILURE, Result.NOT_BUILT, Result.ABORTED)
                .filter(r -> r.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such result: " + name));
    }
}
