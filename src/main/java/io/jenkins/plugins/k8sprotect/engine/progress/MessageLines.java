package io.jenkins.plugins.k8sprotect.engine.progress;

import io.jenkins.plugins.k8sprotect.engine.event.Event;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.util.Optional;

/**
 * How a message of an operation looks on standard error.
 *
 * @param debug whether the ones for debugging are shown
 */
public record MessageLines(boolean debug) {
    public Optional<String> line(Event.Message message) {
        String text = Printable.line(message.text());
        return switch (message.level()) {
            case DEBUG -> debug ? Optional.of("debug: " + text) : Optional.empty();
            case INFO -> Optional.of(text);
            case WARNING -> Optional.of("warning: " + text);
        };
    }
}
