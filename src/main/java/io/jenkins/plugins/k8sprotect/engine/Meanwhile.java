package io.jenkins.plugins.k8sprotect.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is asked for while something else is done: cluster and store may both be far away. */
final class Meanwhile<T> {
    private final CompletableFuture<T> answer;

    private Meanwhile(CompletableFuture<T> answer) {
        this.answer = answer;
    }

    static <T> Meanwhile<T> ask(Supplier<T> question) {
        return new Meanwhile<>(CompletableFuture.supplyAsync(question));
    }

    /** Waits for it; what was thrown there is thrown here. */
    T answer() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
