package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The path of an object within its segment: {@code <group>/<version>/<resource>/<namespace>/<name>.json}, {@code core}
 * for the empty group and {@code _cluster} for no namespace. Each part is percent-encoded outside {@code [a-z0-9.-]},
 * so that a path is safe to unpack anywhere and different objects have different paths, also where a file system does
 * not tell capitals apart.
 */
final class PathCodec {
    private static final String CORE = "core";
    private static final String CLUSTER = "_cluster";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PathCodec() {}

    static String path(IndexRow row) {
        String group = row.type().group();
        return (group.isEmpty() ? CORE : group.equals(CORE) ? escapeFirst(group) : encode(group))
                + '/' + encode(row.type().version())
                + '/' + encode(row.type().resource())
                + '/' + (row.namespace().isEmpty() ? CLUSTER : encode(row.namespace()))
                + '/' + encode(row.name()) + ".json";
    }

    /** One part of a path. Dots are encoded where they would be all of it, so that no part is {@code .} or {@code ..}. */
    static String encode(String part) {
        if (isPlain(part)) {
            return part;
        }
        boolean dots = part.chars().allMatch(c -> c == '.');
        StringBuilder encoded = new StringBuilder(part.length() + 16);
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (allowed((char) b) && !(dots && b == '.')) {
                encoded.append((char) b);
            } else {
                escape(encoded, b);
            }
        }
        return encoded.toString();
    }

    /** The text that {@link #encode} was given. */
    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(encoded.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String escapeFirst(String part) {
        StringBuilder escaped = new StringBuilder();
        escape(escaped, (byte) part.charAt(0));
        return escaped.append(part, 1, part.length()).toString();
    }

    private static void escape(StringBuilder to, byte b) {
        to.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }

    private static boolean isPlain(String part) {
        boolean dots = true;
        for (int i = 0; i < part.length(); i++) {
            if (!allowed(part.charAt(i))) {
                return false;
            }
            dots &= part.charAt(i) == '.';
        }
        return !dots;
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}
