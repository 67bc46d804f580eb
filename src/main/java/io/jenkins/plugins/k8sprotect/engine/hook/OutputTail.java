package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The end of what a command wrote, and how much it was in all. */
final class OutputTail {
    /** Bytes that are kept. */
    static final int KEPT = 16 * 1024;
    /** Lines that are shown of them. */
    static final int LINES = 20;

    private final byte[] ring = new byte[KEPT];
    private long total;

    void add(byte[] bytes, int length) {
        int from = Math.max(0, length - KEPT);
        int at = (int) ((total + from) % KEPT);
        int first = Math.min(length - from, KEPT - at);
        System.arraycopy(bytes, from, ring, at, first);
        System.arraycopy(bytes, from + first, ring, 0, length - from - first);
        total += length;
    }

    long total() {
        return total;
    }

    /** The last lines, masked and printable; the first of them begins with … where its beginning is lost. */
    List<String> lines(Masking masking) {
        String text = text();
        String shown = isCut() ? "…" + masking.maskCut(text) : masking.mask(text);
        List<String> lines = new ArrayList<>();
        shown.lines().map(Printable::line).forEach(lines::add);
        return List.copyOf(lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private boolean isCut() {
        return total > KEPT;
    }

    private String text() {
        int length = (int) Math.min(total, KEPT);
        int begin = isCut() ? (int) (total % KEPT) : 0;
        byte[] bytes = new byte[length];
        System.arraycopy(ring, begin, bytes, 0, length - begin);
        System.arraycopy(ring, 0, bytes, length - begin, begin);
        int start = 0;
        // The rest of a character that was cut (UTF-8 has at most three bytes after the first).
        while (isCut() && start < 3 && (bytes[start] & 0xC0) == 0x80) {
            start++;
        }
        return new String(bytes, start, length - start, StandardCharsets.UTF_8);
    }
}
