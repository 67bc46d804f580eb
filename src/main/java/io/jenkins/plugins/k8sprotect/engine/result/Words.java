package io.jenkins.plugins.k8sprotect.engine.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words, numbers and times of a result as people read them: the same in every form of it, and in every locale. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> BYTE_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private Words() {}

    /** {@code Backup of shop}; {@code Hook} where there is no application. */
    public static String title(OperationResult result) {
        String of = result.application().isEmpty() ? "" : " of " + result.application();
        return operation(result.operation()) + of;
    }

    /** {@code Restore plan} for {@code plan}, otherwise the operation with a capital. */
    public static String operation(String operation) {
        if (operation.equals("plan")) {
            return "Restore plan";
        }
        return operation.isEmpty()
                ? operation
                : operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    }

    public static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "succeeded";
            case WARNING -> "done, with warnings";
            case ABORTED -> "stopped on request";
            case FAILED -> "failed";
        };
    }

    public static String severity(Finding.Severity severity) {
        return switch (severity) {
            case FAILURE -> "Failures";
            case ATTENTION -> "To look at";
            case EXPECTED -> "Expected";
        };
    }

    /** {@code 12,345}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 object}, {@code 12,345 objects}. */
    public static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** To the second, in UTC. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** {@code 340 ms}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 2 h 07 min}. */
    public static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = (millis + 500) / 1_000;
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%s h %02d min", count(seconds / 3_600), seconds / 60 % 60);
    }

    /** {@code 512 B}, {@code 12.3 KiB}, {@code 1.0 MiB}. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1_023.95 && unit < BYTE_UNITS.size() - 1) {
            value /= 1_024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%,.1f %s", value, BYTE_UNITS.get(unit));
    }

    /** {@code create 12, unchanged 3}, in the order in which actions are read. */
    public static String totals(OperationResult result) {
        return totals(result.totals());
    }

    /** The same of objects by action. */
    public static String totals(Map<String, Long> totals) {
        List<String> actions = Actions.ordered(totals.keySet());
        return actions.stream().map(a -> a + " " + count(totals.get(a))).collect(Collectors.joining(", "));
    }
}
