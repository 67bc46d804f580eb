package io.jenkins.plugins.k8sprotect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TimeLimitTest {
    @Test
    void what_is_done_in_time_is_returned_or_thrown() throws Exception {
        assertThat(TimeLimit.within(Duration.ofSeconds(5), () -> "done")).isEqualTo("done");
        assertThatIllegalStateException()
                .isThrownBy(() -> TimeLimit.within(Duration.ofSeconds(5), () -> {
                    throw new IllegalStateException("failed");
                }))
                .withMessage("failed");
    }

    @Test
    void what_takes_longer_is_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> TimeLimit.within(Duration.ofMillis(1), () -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                    return null;
                }));
        interrupted.await();
    }
}
