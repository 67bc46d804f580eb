package io.jenkins.plugins.k8sprotect.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgentLinesTest {
    private final FakeLog listener = new FakeLog();
    private final BuildLog log = new BuildLog(listener);
    private final AgentLines lines = new AgentLines(log);

    @Test
    void whatFollowsInTheLogComesAfterTheLastLine() throws Exception {
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> {
            lines.write("restore: 31 objects\n".getBytes(StandardCharsets.UTF_8), 0, 20);
            lines.close();
        });

        lines.awaitEnd();
        log.say("Restore of shop: succeeded");

        assertThat(listener.text().lines()).containsExactly("restore: 31 objects", "Restore of shop: succeeded");
    }
}
