package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ApiException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/**
 * An exception as the user sees it.
 *
 * @param exitCode what the process ends with
 * @param message what was found and what to do next
 */
record Failure(int exitCode, String message) {

    static Failure of(Exception e) {
        // The engine's word for "asked for wrongly", as are InvalidDefinition and InvalidAccess.
        if (e instanceof UserError || e instanceof IllegalArgumentException) {
            return new Failure(ExitCode.BAD_INPUT, e.getMessage());
        }
        if (e instanceof StoppedException) {
            return new Failure(ExitCode.STOPPED, e.getMessage());
        }
        if (e instanceof StoreException store) {
            boolean input = store.code() == StoreException.Code.INVALID;
            return new Failure(input ? ExitCode.BAD_INPUT : ExitCode.FAILED, e.getMessage());
        }
        if (e instanceof BackupException backup) {
            boolean input = backup.code() == BackupException.Code.INVALID;
            return new Failure(input ? ExitCode.BAD_INPUT : ExitCode.FAILED, e.getMessage());
        }
        if (e instanceof ApiException) {
            return new Failure(ExitCode.FAILED, e.getMessage());
        }
        if (e instanceof UncheckedIOException io) {
            return new Failure(ExitCode.FAILED, ofIo(io.getCause()));
        }
        return new Failure(ExitCode.FAILED, unexpected(e));
    }

    /** Java's own messages of these are often just a file's name. */
    private static String ofIo(IOException e) {
        return e instanceof NoSuchFileException
                ? e.getMessage() + ": no such file"
                : "cannot read or write: " + e.getMessage();
    }

    private static String unexpected(Exception e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "this should not have happened: " + e.getClass().getSimpleName() + message
                + ". Run it again with --debug, and report what it prints.";
    }
}
