package io.jenkins.plugins.k8sprotect.engine.archive;

import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an empty file that says what a list of backups shows. It begins with the complement of the id (each digit
 * to 9, each hexadecimal digit to f), so that a store's ascending order is newest first.
 */
final class Marker {
    private static final Pattern NAME =
            Pattern.compile("[^~]+~([^~]+)~([a-z]+)~(\\d{1,12})~(\\d{1,15})~(\\d{1,15})~([0-9a-f]{64})");

    private Marker() {}

    static String key(Manifest manifest) {
        ManifestInfo info = manifest.info();
        long millis =
                Math.max(0, Duration.between(info.started(), info.finished()).toMillis());
        return prefix(manifest.application(), manifest.id())
                + String.join(
                        "~",
                        info.outcome().name().toLowerCase(Locale.ROOT),
                        Long.toString(manifest.objects()),
                        Long.toString(manifest.storedBytes()),
                        Long.toString(millis),
                        manifest.sha256());
    }

    /** What the keys of all markers of an application begin with. */
    static String folder(String application) {
        return Layout.CATALOG + Layout.checkApplication(application) + "/";
    }

    /** What the key of one backup's marker begins with. */
    static String prefix(String application, BackupId id) {
        return folder(application) + complement(id) + "~" + id.value() + "~";
    }

    /** Reads a key; empty if it is no marker. */
    static Optional<BackupEntry> parse(String application, String key) {
        String folder = folder(application);
        Matcher name = NAME.matcher(key.startsWith(folder) ? key.substring(folder.length()) : "");
        if (!name.matches() || !BackupId.isId(name.group(1))) {
            return Optional.empty();
        }
        BackupId id = new BackupId(name.group(1));
        return outcome(name.group(2))
                .filter(o -> key.startsWith(prefix(application, id)))
                .map(outcome -> new BackupEntry(
                        application,
                        id,
                        outcome,
                        Long.parseLong(name.group(3)),
                        Long.parseLong(name.group(4)),
                        Long.parseLong(name.group(5)),
                        name.group(6)));
    }

    private static Optional<Outcome> outcome(String text) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private static String complement(BackupId id) {
        StringBuilder complement = new StringBuilder();
        int dash = id.value().indexOf('-');
        for (int i = 0; i < id.value().length(); i++) {
            char c = id.value().charAt(i);
            int digit = Character.digit(c, i > dash ? 16 : 10);
            complement.append(digit < 0 ? c : Character.forDigit((i > dash ? 15 : 9) - digit, 16));
        }
        return complement.toString();
    }
}
