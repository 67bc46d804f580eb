package io.jenkins.plugins.k8sprotect.engine.store;

/**
 * Which keys there can be: segments of {@code A-Z a-z 0-9 . _ % ~ -} parted by single slashes, none of them empty,
 * {@code .} or {@code ..}. What is refused here can reach no file outside a store's root, on any operating system.
 */
final class StoreKeys {
    /** S3 allows 1,024 bytes with the store's own prefix in front; file systems 255 a segment. */
    private static final int MAX_KEY = 900;

    private static final int MAX_SEGMENT = 255;

    private StoreKeys() {}

    /** The key itself. */
    static String check(String key) {
        if (key.isEmpty()) {
            throw refused(key, "is empty");
        }
        for (String segment : checkPrefix(key).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw refused(key, "has an empty, '.' or '..' segment");
            }
            if (segment.length() > MAX_SEGMENT) {
                throw refused(key, "has a segment of more than " + MAX_SEGMENT + " characters");
            }
        }
        return key;
    }

    /** The beginning of a key, possibly empty, possibly within a segment. */
    static String checkPrefix(String prefix) {
        if (prefix.length() > MAX_KEY) {
            throw refused(prefix.substring(0, 60) + "…", "has more than " + MAX_KEY + " characters");
        }
        if (prefix.startsWith("/") || prefix.contains("//")) {
            throw refused(prefix, "has an empty segment");
        }
        if (prefix.startsWith("../") || prefix.contains("/../") || prefix.startsWith("./") || prefix.contains("/./")) {
            throw refused(prefix, "has a '.' or '..' segment");
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (!allowed(prefix.charAt(i))) {
                throw refused(prefix, "has a character outside [A-Za-z0-9._%~/-] at position " + i);
            }
        }
        return prefix;
    }

    /** Empty, or a folder that ends in a slash. */
    static String checkFolder(String prefix) {
        if (!prefix.isEmpty()) {
            if (!prefix.endsWith("/")) {
                throw refused(prefix, "does not end in '/', as a folder must");
            }
            check(prefix.substring(0, prefix.length() - 1));
        }
        return prefix;
    }

    static int checkLimit(int limit) {
        if (limit < 1 || limit > Store.MAX_PAGE) {
            throw StoreException.invalid("a page has 1 to " + Store.MAX_PAGE + " keys, not " + limit);
        }
        return limit;
    }

    /** Whether a file of this name can be one that was stored, and not a stranger or an unfinished one. */
    static boolean isSegment(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_SEGMENT
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().allMatch(c -> c != '/' && allowed((char) c));
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || "._%~/-".indexOf(c) >= 0;
    }

    private static StoreException refused(String key, String why) {
        return StoreException.invalid("key '" + key.replaceAll("\\p{Cntrl}", "?") + "' " + why);
    }
}
