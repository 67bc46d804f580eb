package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.object.Json;
import io.jenkins.plugins.k8sprotect.engine.result.KindCount;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifest as JSON. */
final class ManifestCodec {
    /** Raised when a reader of this version could not even tell what it does not understand. */
    static final int FORMAT_VERSION = 1;
    /** Features a backup may require of its reader; each one changes how files are read. None so far. */
    static final Set<String> KNOWN_FEATURES = Set.of();

    private ManifestCodec() {}

    static byte[] encode(String application, BackupId id, ManifestInfo info, long objects, List<StoredFile> files) {
        ObjectNode json = Json.newObject();
        json.put("formatVersion", FORMAT_VERSION);
        json.putArray("requiredFeatures");
        json.put("application", application);
        json.put("id", id.value());
        ObjectNode source = json.putObject("source");
        source.put("server", info.source().server());
        source.put("uid", info.source().uid());
        source.put("version", info.source().version());
        ObjectNode maker = json.putObject("maker");
        maker.put("name", info.maker().name());
        maker.put("version", info.maker().version());
        json.put("started", info.started().toString());
        json.put("finished", info.finished().toString());
        json.put("outcome", info.outcome().name());
        json.put("objects", objects);
        ArrayNode counts = json.putArray("counts");
        info.counts().forEach(count -> put(counts.addObject(), count));
        ArrayNode lists = json.putArray("lists");
        info.lists().forEach(list -> put(lists.addObject(), list));
        ArrayNode named = json.putArray("files");
        files.forEach(file -> put(named.addObject(), file));
        json.put("previousManifestSha256", info.previousManifestSha256());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static void put(ObjectNode json, KindCount count) {
        TypeCodec.put(json, count.kind());
        json.put("action", count.action());
        json.put("count", count.count());
    }

    private static void put(ObjectNode json, ListedResource list) {
        TypeCodec.put(json, list.type());
        json.put("namespace", list.namespace());
        json.put("resourceVersion", list.resourceVersion());
        json.put("count", list.count());
    }

    private static void put(ObjectNode json, StoredFile file) {
        json.put("name", file.name());
        json.put("size", file.size());
        json.put("sha256", file.sha256());
        json.put("plainSize", file.plainSize());
    }

    /**
     * Reads a manifest and checks that it is the one that was asked for.
     *
     * @param at what messages begin with
     * @throws BackupException {@code UNSUPPORTED} or {@code MALFORMED}
     */
    static Manifest decode(byte[] bytes, String application, BackupId id, String at) {
        try {
            Fields fields = new Fields(Json.object(bytes), "");
            refuseUnknown(fields, at);
            if (!fields.text("application").equals(application)
                    || !fields.text("id").equals(id.value())) {
                throw new IllegalArgumentException("is of another backup: " + fields.text("application") + "/"
                        + fields.text("id") + "; files were copied or moved");
            }
            Manifest manifest = new Manifest(
                    application,
                    id,
                    info(fields),
                    fields.number("objects"),
                    fields.objects("files", ManifestCodec::file),
                    Sha256.of(bytes));
            checkFiles(manifest);
            return manifest;
        } catch (IllegalArgumentException e) {
            throw new BackupException(Code.MALFORMED, at + ": " + Layout.MANIFEST + ": " + e.getMessage(), e);
        }
    }

    private static void refuseUnknown(Fields fields, String at) {
        long version = fields.number("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new BackupException(
                    Code.UNSUPPORTED,
                    at + ": has format version " + version + ", this software reads " + FORMAT_VERSION
                            + "; use a newer version of it");
        }
        List<String> unknown = fields.texts("requiredFeatures").stream()
                .filter(feature -> !KNOWN_FEATURES.contains(feature))
                .toList();
        if (!unknown.isEmpty()) {
            throw new BackupException(
                    Code.UNSUPPORTED,
                    at + ": needs features that this software does not know: " + String.join(", ", unknown)
                            + "; use a newer version of it");
        }
    }

    private static ManifestInfo info(Fields fields) {
        Fields source = fields.object("source");
        Fields maker = fields.object("maker");
        return new ManifestInfo(
                new SourceCluster(source.text("server"), source.text("uid"), source.text("version")),
                new Maker(maker.text("name"), maker.text("version")),
                fields.time("started"),
                fields.time("finished"),
                fields.one(Outcome.class, "outcome"),
                fields.objects("counts", f -> new KindCount(TypeCodec.kind(f), f.text("action"), f.number("count"))),
                fields.objects(
                        "lists",
                        f -> new ListedResource(
                                TypeCodec.type(f), f.text("namespace"), f.text("resourceVersion"), f.number("count"))),
                fields.text("previousManifestSha256"));
    }

    private static StoredFile file(Fields fields) {
        String name = fields.text("name");
        if (!Layout.isFileName(name)) {
            throw fields.wrong("name", "a file name of this format");
        }
        if (!Sha256.isHash(fields.text("sha256"))) {
            throw fields.wrong("sha256", "64 hexadecimal digits");
        }
        return new StoredFile(name, fields.number("size"), fields.text("sha256"), fields.number("plainSize"));
    }

    private static void checkFiles(Manifest manifest) {
        Set<String> names = new HashSet<>();
        manifest.files().forEach(file -> {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("names " + file.name() + " twice");
            }
        });
        List<StoredFile> segments = manifest.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).name().equals(Layout.segment(i))) {
                throw new IllegalArgumentException(
                        "names " + segments.get(i).name() + " where " + Layout.segment(i) + " should be");
            }
        }
        if (!names.contains(Layout.INDEX) || !names.contains(Layout.DETAILS)) {
            throw new IllegalArgumentException("does not name " + Layout.INDEX + " and " + Layout.DETAILS);
        }
    }
}
