package io.jenkins.plugins.k8sprotect.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private final CancelToken cancel = new CancelToken();
    private int calls;

    @AfterEach
    void noInterruptIsLeftBehind() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "429, true",
        "500, true",
        "502, true",
        "503, true",
        "504, true",
        "400, false",
        "401, false",
        "403, false",
        "404, false",
        "409, false",
        "410, false",
        "422, false"
    })
    void onlyFailuresThatPassAreWorthAnotherTry(int code, boolean passes) {
        assertThat(failure(code, 0).isTransient()).isEqualTo(passes);
    }

    @Test
    void aCallIsRepeatedUntilItSucceeds() {
        String result = new Retry(5, 1, 1).call(cancel, ApiException::isTransient, () -> {
            if (++calls < 4) {
                throw failure(503, 0);
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void theLastFailureIsThrownWhenNoAttemptIsLeft() {
        assertThatThrownBy(() -> fail(new Retry(3, 1, 1), 503)).isInstanceOf(ApiException.class);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aFailureThatStaysIsThrownAtOnce() {
        assertThatThrownBy(() -> fail(new Retry(3, 1, 1), 403)).isInstanceOf(ApiException.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void theServerIsNotAskedBeforeTheTimeThatItNames() {
        assertThat(millisOfOneRepeat(new Retry(2, 1, 120), 60_000)).isBetween(120L, 5_000L);
        assertThat(millisOfOneRepeat(new Retry(2, 1, 5_000), 150)).isBetween(150L, 5_000L);
    }

    @Test
    void aStopThatWasAskedForEndsTheRepeating() {
        assertThatThrownBy(() -> new Retry(9, 1, 1).call(cancel, e -> true, () -> {
                    calls++;
                    cancel.cancel("enough");
                    throw failure(503, 0);
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fail(new Retry(9, 60_000, 60_000), 503)).isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private long millisOfOneRepeat(Retry retry, long retryAfter) {
        calls = 0;
        long begun = System.nanoTime();
        retry.call(cancel, ApiException::isTransient, () -> {
            if (++calls == 1) {
                throw failure(429, retryAfter);
            }
            return "done";
        });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private void fail(Retry retry, int code) {
        retry.call(cancel, ApiException::isTransient, () -> {
            calls++;
            throw failure(code, 0);
        });
    }

    private static ApiException failure(int code, long retryAfterMillis) {
        return new ApiException(code, "", "failed", List.of(), "", retryAfterMillis);
    }
}
