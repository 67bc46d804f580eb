package io.jenkins.plugins.k8sprotect.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancelTokenTest {
    private final CancelToken token = new CancelToken();

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
}
