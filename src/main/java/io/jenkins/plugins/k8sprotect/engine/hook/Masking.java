package io.jenkins.plugins.k8sprotect.engine.hook;

import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that must not be seen. Of one with several lines each line is masked too. Never shown itself, and never persisted:
 * it holds them.
 */
public final class Masking implements Serializable {
    /** Masks nothing. */
    public static final Masking NOTHING = new Masking(List.of());

    private static final long serialVersionUID = 1L;
    private static final String MASK = "****";
    /** A brace in a line of its own tells nothing, and its mask would hide half of every text. */
    private static final int SHORTEST_LINE = 6;

    private final List<String> secrets;

    private Masking(List<String> secrets) {
        this.secrets = secrets;
    }

    /** @param secrets blank ones count for nothing */
    public static Masking of(Collection<String> secrets) {
        return new Masking(secrets.stream()
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .flatMap(s -> Stream.concat(
                        Stream.of(s), s.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_LINE)))
                .distinct()
                .toList());
    }

    /** The text with {@code ****} in the place of each secret. */
    public String mask(String text) {
        return masked(text, hits(text));
    }

    /** As {@link #mask}, of a text whose beginning is lost: what may be the end of a secret there is masked too. */
    String maskCut(String text) {
        BitSet hits = hits(text);
        for (String secret : secrets) {
            for (int from = 1; from < secret.length(); from++) {
                if (text.startsWith(secret.substring(from))) {
                    hits.set(0, secret.length() - from);
                    break;
                }
            }
        }
        return masked(text, hits);
    }

    /** The result with the messages of its findings masked. */
    public OperationResult mask(OperationResult result) {
        return new OperationResult(
                result.operation(),
                result.application(),
                result.backupId(),
                result.outcome(),
                result.started(),
                result.durationMillis(),
                result.identity(),
                result.cluster(),
                result.counts(),
                result.findings().stream().map(this::mask).toList(),
                result.timings());
    }

    private Finding mask(Finding finding) {
        return new Finding(finding.severity(), finding.code(), finding.object(), mask(finding.message()));
    }

    /** All places at once, so that secrets which overlap leave nothing of each other. */
    private BitSet hits(String text) {
        BitSet hits = new BitSet();
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                hits.set(at, at + secret.length());
            }
        }
        return hits;
    }

    private static String masked(String text, BitSet hits) {
        if (hits.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int hit = hits.nextSetBit(at);
            int end = hit < 0 ? text.length() : hit;
            shown.append(text, at, end);
            if (hit >= 0) {
                shown.append(MASK);
            }
            at = hit < 0 ? end : hits.nextClearBit(hit);
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return "Masking[" + secrets.size() + "]";
    }
}
