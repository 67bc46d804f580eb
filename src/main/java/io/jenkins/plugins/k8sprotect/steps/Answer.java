package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.ReportRow;
import io.jenkins.plugins.k8sprotect.engine.result.TargetRun;
import io.jenkins.plugins.k8sprotect.engine.store.StoreException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes back from the machine on which the engine ran. An exception would lose its type on the way, so what went
 * wrong travels as a kind and a text.
 */
final class Answer implements Serializable {
    private static final long serialVersionUID = 1;

    /** What it is. */
    enum Kind {
        /** The operation ended, well or not: there is a result. */
        DONE,
        /** What was asked for cannot be done; nothing was. The text says what to change. */
        REFUSED,
        /** Something failed before there was an operation to tell about; the text says what. */
        FAILED,
        /** A mistake in this software. */
        BROKEN
    }

    private final Kind kind;
    private final OperationResult result;
    private final ArrayList<ReportRow> plan;
    private final ArrayList<TargetRun> runs;
    private final String text;

    /** Does not travel: it is written to a file where the engine ran. */
    private final transient byte[] manifest;

    private Answer(
            Kind kind,
            OperationResult result,
            List<ReportRow> plan,
            List<TargetRun> runs,
            String text,
            byte[] manifest) {
        this.kind = kind;
        this.result = result;
        this.plan = new ArrayList<>(plan);
        this.runs = new ArrayList<>(runs);
        this.text = text;
        this.manifest = manifest;
    }

    static Answer done(OperationResult result) {
        return new Answer(Kind.DONE, result, List.of(), List.of(), "", null);
    }

    /** @param rows what was decided about each object */
    static Answer done(OperationResult result, List<ReportRow> rows) {
        return new Answer(Kind.DONE, result, rows, List.of(), "", null);
    }

    /** @param runs of a hook's command; what is secret in them is masked already */
    static Answer ran(OperationResult result, List<TargetRun> runs) {
        return new Answer(Kind.DONE, result, List.of(), runs, "", null);
    }

    /** Only a text, such as an id that was looked up. */
    static Answer text(String text) {
        return new Answer(Kind.DONE, null, List.of(), List.of(), text, null);
    }

    /** Tells the engine's exceptions apart: asked for wrongly, failed, or a mistake of this software. */
    static Answer of(Exception e) {
        boolean refused = e instanceof IllegalArgumentException
                || e instanceof StoreException store && store.code() == StoreException.Code.INVALID
                || e instanceof BackupException backup && backup.code() == BackupException.Code.INVALID;
        if (refused) {
            return new Answer(Kind.REFUSED, null, List.of(), List.of(), String.valueOf(e.getMessage()), null);
        }
        if (e instanceof StoreException || e instanceof BackupException) {
            return new Answer(Kind.FAILED, null, List.of(), List.of(), e.getMessage(), null);
        }
        return broken(e);
    }

    /** For what nobody expects, an error of the virtual machine too. */
    static Answer broken(Throwable e) {
        String text = "this should not have happened, please report it: " + e;
        return new Answer(Kind.BROKEN, null, List.of(), List.of(), text, null);
    }

    /** With the backup's manifest, as it lies in the storage. */
    Answer withManifest(byte[] bytes) {
        return new Answer(kind, result, plan, runs, text, bytes);
    }

    /** With another result and only so many rows of the plan. */
    Answer with(OperationResult other, List<ReportRow> rows) {
        return new Answer(kind, other, rows, runs, text, manifest);
    }

    Answer masked(Mask mask) {
        return new Answer(
                kind,
                result == null ? null : mask.result(result),
                plan.stream().map(mask::row).toList(),
                runs,
                mask.text(text),
                manifest);
    }

    Kind kind() {
        return kind;
    }

    /** Null if there is only a text. */
    OperationResult result() {
        return result;
    }

    List<ReportRow> plan() {
        return plan;
    }

    List<TargetRun> runs() {
        return runs;
    }

    String text() {
        return text;
    }

    /** Null if there is none, and on every other machine than the one where it was read. */
    byte[] manifest() {
        return manifest;
    }
}
