package io.jenkins.plugins.k8sprotect.engine.archive;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a backup within its application: UTC time to the second, then six hexadecimal digits of which the first three
 * are the fraction of the second in 1/4096 and the last three are random. Ids therefore sort by time, also within a
 * second.
 *
 * @param value such as {@code 20261122T153045Z-3f9c1a}
 */
public record BackupId(String value) implements Comparable<BackupId>, Serializable {
    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{6}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);
    private static final int FRACTIONS = 4096;

    /** @throws BackupException {@code INVALID} if it is no id */
    public BackupId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches() || time(value) == null) {
            throw new BackupException(
                    BackupException.Code.INVALID,
                    "'" + value + "' is no backup id; one looks like 20261122T153045Z-3f9c1a");
        }
    }

    /** @throws BackupException {@code INVALID} if it is no id */
    public static BackupId parse(String text) {
        return new BackupId(text);
    }

    /** Whether a text has the form of an id. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches() && time(text) != null;
    }

    /** An id for a backup that begins now. */
    public static BackupId next(Clock clock) {
        return next(clock, new SecureRandom());
    }

    /** As {@link #next(Clock)}, with other digits at the end. */
    public static BackupId next(Clock clock, RandomGenerator random) {
        Instant now = clock.instant();
        int fraction = (int) ((long) now.getNano() * FRACTIONS / 1_000_000_000L);
        return new BackupId(
                TIME.format(now.atOffset(ZoneOffset.UTC)) + String.format("-%03x%03x", fraction, random.nextInt(4096)));
    }

    /** When the backup began, to the second. */
    public Instant time() {
        return time(value);
    }

    private static Instant time(String value) {
        try {
            return LocalDateTime.parse(value.substring(0, 16), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public int compareTo(BackupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
