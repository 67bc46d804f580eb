package hudson;

/** Puts extensions where the plugin looks for them. */
public final class ExtensionsForTests {
    private ExtensionsForTests() {}

    /** Makes it the singleton of its class. */
    public static <T> T put(T extension) {
        ExtensionList.SINGLETONS.put(extension.getClass(), extension);
        return extension;
    }

    public static void clear() {
        ExtensionList.SINGLETONS.clear();
    }
}
