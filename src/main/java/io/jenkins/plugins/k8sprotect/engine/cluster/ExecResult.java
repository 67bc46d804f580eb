package io.jenkins.plugins.k8sprotect.engine.cluster;

/**
 * How a command in a container ended.
 *
 * @param end which end it was
 * @param exitCode the command's exit code; -1 unless {@code end} is {@link End#EXITED}
 * @param message what was found, for a person; empty for exit code 0. May repeat the program's name, nothing else of the
 *     command
 */
public record ExecResult(End end, int exitCode, String message) {
    /** The ends that a command can come to. */
    public enum End {
        /** The command ran and ended; the exit code says how. */
        EXITED,
        /** The pod is not there; nothing was run. */
        POD_GONE,
        /** The pod has no such container, or it does not run; nothing was run. */
        CONTAINER_NOT_FOUND,
        /** The command could not be started, as when there is no such program in the container. */
        NOT_STARTED,
        /** The connection ended before the command did. Whether it still runs, and what came of it, is not known. */
        UNKNOWN,
        /** Time was up. The command may still run in the container. */
        DEADLINE,
        /** Stopped on request. The command may still run in the container. */
        STOPPED
    }

    static ExecResult exited(int exitCode) {
        String message = exitCode == 0 ? "" : "the command ended with exit code " + exitCode;
        return new ExecResult(End.EXITED, exitCode, message);
    }

    static ExecResult of(End end, String message) {
        return new ExecResult(end, -1, message);
    }

    public boolean succeeded() {
        return end == End.EXITED && exitCode == 0;
    }
}
