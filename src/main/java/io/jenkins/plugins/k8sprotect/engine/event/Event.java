package io.jenkins.plugins.k8sprotect.engine.event;

/** Something that happened during an operation. */
public sealed interface Event {

    /** How much a reader wants to see a line. */
    enum Level {
        DEBUG,
        INFO,
        WARNING
    }

    /** A line for a person. */
    record Message(Level level, String text) implements Event {}

    /**
     * How far a phase is.
     *
     * @param phase a word for a person, such as {@code capture}
     * @param done units done so far
     * @param total units in all, or -1 while that is not known
     * @param unit what is counted, in the plural
     */
    record Progress(String phase, long done, long total, String unit) implements Event {}
}
