package io.jenkins.plugins.k8sprotect.engine.app;

/** Reads a definition. */
public final class ApplicationParser {
    private ApplicationParser() {}

    /**
     * @param sourceName what the text is called in messages, such as a file's name
     * @throws InvalidDefinition with every mistake that was found
     */
    public static Application parse(String yaml, String sourceName) {
        throw new UnsupportedOperationException();
    }
}
