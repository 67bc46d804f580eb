package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.archive.BackupException.Code;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * The index as text: one JSON object a line, in the order of the objects in their segments. Written and read as a
 * stream, since it may have some 100,000 lines.
 */
final class IndexCodec {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private IndexCodec() {}

    static SealedFile seal(List<IndexRow> rows, int level) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (Counting plain = new Counting(Compressed.compressor(stored, level))) {
            try (JsonGenerator json = JSON.createGenerator(plain)) {
                rows.forEach(row -> write(json, row));
                if (!rows.isEmpty()) {
                    json.writeRaw('\n');
                }
            }
            return SealedFile.of(Layout.INDEX, stored.toByteArray(), plain.count);
        } catch (IOException e) {
            throw new IllegalStateException("the index cannot be built in memory: " + e.getMessage(), e);
        }
    }

    private static void write(JsonGenerator json, IndexRow row) {
        ResourceType type = row.type();
        json.writeStartObject();
        json.writeStringProperty("apiVersion", type.apiVersion());
        json.writeStringProperty("kind", type.kind());
        json.writeStringProperty("resource", type.resource());
        if (type.namespaced()) {
            json.writeStringProperty("namespace", row.namespace());
        }
        json.writeStringProperty("name", row.name());
        json.writeStringProperty("uid", row.uid());
        if (!row.owners().isEmpty()) {
            json.writeArrayPropertyStart("owners");
            row.owners().forEach(owner -> write(json, owner));
            json.writeEndArray();
        }
        json.writeStringProperty("sha256", row.sha256());
        json.writeNumberProperty("segment", row.segment());
        json.writeNumberProperty("size", row.size());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, OwnerReference owner) {
        json.writeStartObject();
        json.writeStringProperty("apiVersion", owner.apiVersion());
        json.writeStringProperty("kind", owner.kind());
        json.writeStringProperty("name", owner.name());
        json.writeStringProperty("uid", owner.uid());
        json.writeBooleanProperty("controller", owner.controller());
        json.writeEndObject();
    }

    /**
     * Reads all rows.
     *
     * @param maxLine most bytes of a line
     * @throws BackupException {@code MALFORMED}, with the number of the line
     */
    static List<IndexRow> read(InputStream plain, int maxLine) throws IOException {
        List<IndexRow> rows = new ArrayList<>();
        Interner interner = new Interner();
        LineReader lines = new LineReader(plain, maxLine);
        while (lines.next()) {
            try (JsonParser json = JSON.createParser(lines.buffer(), lines.start(), lines.length())) {
                rows.add(new RowParser(json, interner).row());
            } catch (JacksonException | IllegalArgumentException e) {
                String why = e instanceof JacksonException ? "not the JSON of a row" : e.getMessage();
                throw new BackupException(Code.MALFORMED, Layout.INDEX + " line " + (rows.size() + 1) + ": " + why);
            }
        }
        return rows;
    }

    /** Reads one row from its tokens; members it does not know are passed over. */
    private static final class RowParser {
        private final JsonParser json;
        private final Interner interner;
        private String apiVersion;
        private String kind;
        private String resource;
        private String namespace;
        private String name;
        private String uid;
        private String sha256;
        private int segment = -1;
        private int size = -1;
        private List<OwnerReference> owners = List.of();

        RowParser(JsonParser json, Interner interner) {
            this.json = json;
            this.interner = interner;
        }

        IndexRow row() {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                read(field);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("has more than one object");
            }
            check();
            GroupKind groupKind = GroupKind.of(apiVersion, kind);
            String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
            ResourceType type = interner.type(new ResourceType(groupKind, version, resource, namespace != null));
            return new IndexRow(
                    type, namespace == null ? "" : interner.text(namespace), name, uid, owners, sha256, segment, size);
        }

        private void read(String field) {
            switch (field) {
                case "apiVersion" -> apiVersion = text();
                case "kind" -> kind = text();
                case "resource" -> resource = text();
                case "namespace" -> namespace = text();
                case "name" -> name = text();
                case "uid" -> uid = text();
                case "sha256" -> sha256 = text();
                case "segment" -> segment = json.getIntValue();
                case "size" -> size = json.getIntValue();
                case "owners" -> owners = interner.owners(readOwners());
                default -> json.skipChildren();
            }
        }

        private List<OwnerReference> readOwners() {
            List<OwnerReference> read = new ArrayList<>();
            expect(json.currentToken(), JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                read.add(readOwner());
            }
            return read;
        }

        private OwnerReference readOwner() {
            String[] texts = {"", "", "", ""};
            boolean controller = false;
            expect(json.currentToken(), JsonToken.START_OBJECT);
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                switch (field) {
                    case "apiVersion" -> texts[0] = interner.text(text());
                    case "kind" -> texts[1] = interner.text(text());
                    case "name" -> texts[2] = text();
                    case "uid" -> texts[3] = text();
                    case "controller" -> controller = json.getBooleanValue();
                    default -> json.skipChildren();
                }
            }
            return new OwnerReference(texts[0], texts[1], texts[2], texts[3], controller);
        }

        private void check() {
            if (apiVersion == null || kind == null || resource == null || name == null || uid == null) {
                throw new IllegalArgumentException("lacks one of apiVersion, kind, resource, name, uid");
            }
            if (sha256 == null || !Sha256.isHash(sha256) || segment < 0 || size < 0) {
                throw new IllegalArgumentException("lacks a valid sha256, segment or size");
            }
            if (name.isEmpty() || "".equals(namespace)) {
                throw new IllegalArgumentException("has an empty name or namespace");
            }
        }

        private String text() {
            expect(json.currentToken(), JsonToken.VALUE_STRING);
            return json.getString();
        }

        private static void expect(JsonToken found, JsonToken expected) {
            if (found != expected) {
                throw new IllegalArgumentException("has " + found + " where " + expected + " should be");
            }
        }
    }

    private static final class Counting extends java.io.FilterOutputStream {
        private long count;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
