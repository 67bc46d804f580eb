package io.jenkins.plugins.k8sprotect.engine.event;

/** Takes the events of an operation. Called from several threads; must not block for long and must not throw. */
@FunctionalInterface
public interface EventSink {
    /** A sink that forgets everything. */
    EventSink NONE = event -> {};

    void emit(Event event);

    default void info(String text) {
        emit(new Event.Message(Event.Level.INFO, text));
    }

    default void warning(String text) {
        emit(new Event.Message(Event.Level.WARNING, text));
    }

    default void progress(String phase, long done, long total, String unit) {
        emit(new Event.Progress(phase, done, total, unit));
    }
}
