package hudson;

public class Util {
    public static String fixEmptyAndTrim(String a) {
        return a == null || a.isBlank() ? null : a.trim();
    }
}
