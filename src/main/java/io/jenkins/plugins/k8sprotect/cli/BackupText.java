package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import io.jenkins.plugins.k8sprotect.engine.result.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Backups as text. */
final class BackupText {
    private BackupText() {}

    static String list(List<BackupEntry> entries) {
        TextTable table = new TextTable("APPLICATION", "BACKUP", "STARTED", "OUTCOME", "OBJECTS>", "SIZE>", "TOOK>");
        for (BackupEntry entry : entries) {
            table.row(
                    entry.application(),
                    entry.id().value(),
                    Words.time(entry.time()),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    Words.count(entry.objects()),
                    Words.bytes(entry.storedBytes()),
                    Words.duration(entry.durationMillis()));
        }
        return table.toString();
    }

    static String show(Manifest manifest, Details details) {
        ManifestInfo info = manifest.info();
        long took = Duration.between(info.started(), info.finished()).toMillis();
        StringBuilder text = new StringBuilder();
        line(text, "Backup of " + manifest.application() + ": " + Words.outcome(info.outcome()));
        field(text, "backup", manifest.id().value());
        field(text, "started", Words.time(info.started()) + ", took " + Words.duration(took));
        field(text, "cluster", info.source().server() + " (" + info.source().version() + ")");
        field(text, "made by", info.maker().name() + " " + info.maker().version());
        field(text, "objects", Words.count(manifest.objects()));
        field(
                text,
                "stored",
                Words.bytes(manifest.storedBytes()) + " in "
                        + Words.count(manifest.files().size(), "file", "files"));
        text.append('\n').append(counts(info));
        if (!details.findings().isEmpty()) {
            text.append('\n');
            details.findings().stream().sorted().forEach(f -> line(text, finding(f)));
        }
        return text.toString();
    }

    private static TextTable counts(ManifestInfo info) {
        TextTable table = new TextTable("KIND", "ACTION", "COUNT>");
        info.counts().forEach(c -> table.row(c.kind().toString(), c.action(), Words.count(c.count())));
        return table;
    }

    private static String finding(Finding finding) {
        String object = finding.object() == null ? "" : finding.object() + ": ";
        return finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.code() + ": " + object
                + finding.message();
    }

    private static void field(StringBuilder text, String name, String value) {
        line(text, String.format(Locale.ROOT, "  %-9s %s", name, value));
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.line(line)).append('\n');
    }
}
