package io.jenkins.plugins.k8sprotect.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelTokenTest {
    private final CancelToken token = new CancelToken();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aSafePointIsPassedUntilAStopIsAskedFor() {
        assertThat(token.isCancelled()).isFalse();
        assertThatCode(token::checkpoint).doesNotThrowAnyException();
    }

    @Test
    void afterThatItStopsWithTheFirstReason() {
        token.cancel("Ctrl-C");
        token.cancel("later");

        assertThat(token.isCancelled()).isTrue();
        assertThatThrownBy(token::checkpoint)
                .isInstanceOf(CancellationException.class)
                .hasMessage("Ctrl-C");
    }

    @Test
    void thatTimeIsUpStopsTheSameWayAndIsKnownApart() {
        token.onCancel(told::incrementAndGet);

        token.expire("not done within 30 minutes");
        token.cancel("Ctrl-C");

        assertThat(token.isExpired()).isTrue();
        assertThat(told).hasValue(1);
        assertThatThrownBy(token::checkpoint)
                .isInstanceOf(CancellationException.class)
                .hasMessage("not done within 30 minutes");
    }

    @Test
    void whoseStopWasAskedForFirstDidNotRunOutOfTime() {
        token.cancel("Ctrl-C");
        token.expire("not done within 30 minutes");

        assertThat(token.isCancelled()).isTrue();
        assertThat(token.isExpired()).isFalse();
    }

    @Test
    void whoRegisteredIsToldOnceAndAfterTheReasonIsSet() {
        token.onCancel(() -> told.addAndGet(token.isCancelled() ? 1 : 100));

        token.cancel("Ctrl-C");
        token.cancel("later");

        assertThat(told).hasValue(1);
    }

    @Test
    void whoRegistersAfterAStopIsToldAtOnce() {
        token.cancel("Ctrl-C");

        token.onCancel(told::incrementAndGet).close();

        assertThat(told).hasValue(1);
    }

    @Test
    void whoEndedItsRegistrationIsNotToldAndOthersAre() {
        Runnable same = told::incrementAndGet;
        token.onCancel(same).close();
        token.onCancel(same);

        token.cancel("Ctrl-C");

        assertThat(told).hasValue(1);
    }
}
