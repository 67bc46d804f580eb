package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.BackupReference;
import io.jenkins.plugins.k8sprotect.engine.archive.BackupEntry;
import io.jenkins.plugins.k8sprotect.engine.archive.Details;
import io.jenkins.plugins.k8sprotect.engine.archive.Manifest;
import io.jenkins.plugins.k8sprotect.engine.archive.ManifestInfo;
import io.jenkins.plugins.k8sprotect.engine.archive.StoredFile;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.result.ResultJson;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Backups as JSON; {@code docs/results.md} lists the fields. */
final class BackupJson {
    private static final int FORMAT_VERSION = 1;

    private BackupJson() {}

    static ObjectNode list(List<BackupEntry> entries) {
        ObjectNode json = document();
        ArrayNode backups = json.putArray("backups");
        for (BackupEntry entry : entries) {
            backups.addObject()
                    .put("application", entry.application())
                    .put("backupId", entry.id().value())
                    .put("started", entry.time().toString())
                    .put("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
                    .put("objects", entry.objects())
                    .put("storedBytes", entry.storedBytes())
                    .put("durationMillis", entry.durationMillis());
        }
        return json;
    }

    static ObjectNode show(Manifest manifest, Details details) {
        ManifestInfo info = manifest.info();
        ObjectNode json = document();
        json.put("application", manifest.application());
        json.put("backupId", manifest.id().value());
        json.put("outcome", info.outcome().name().toLowerCase(Locale.ROOT));
        json.put("started", info.started().toString());
        json.put("finished", info.finished().toString());
        json.putObject("source")
                .put("server", info.source().server())
                .put("uid", info.source().uid())
                .put("version", info.source().version());
        json.putObject("maker")
                .put("name", info.maker().name())
                .put("version", info.maker().version());
        json.put("objects", manifest.objects());
        json.put("storedBytes", manifest.storedBytes());
        json.set("counts", ResultJson.counts(info.counts()));
        json.set("findings", ResultJson.findings(details.findings()));
        ArrayNode files = json.putArray("files");
        manifest.files().forEach(file -> files.add(file(file)));
        return json;
    }

    static ObjectNode deleted(BackupReference backup) {
        ObjectNode json = document();
        json.putObject("deleted").put("application", backup.application()).put("backupId", backup.idOrLatest());
        return json;
    }

    private static ObjectNode document() {
        return Json.newObject().put("formatVersion", FORMAT_VERSION);
    }

    private static ObjectNode file(StoredFile file) {
        return Json.newObject()
                .put("name", file.name())
                .put("size", file.size())
                .put("sha256", file.sha256());
    }
}
