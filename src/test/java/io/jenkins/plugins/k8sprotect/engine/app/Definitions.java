package io.jenkins.plugins.k8sprotect.engine.app;

/** Definitions for tests, from their spec alone. */
final class Definitions {
    /** The line on which a spec given here begins. */
    static final int SPEC_LINE = 5;

    private Definitions() {}

    static String text(String spec) {
        return """
            apiVersion: protect.k8s.jenkins.io/v1
            kind: Application
            metadata: {name: shop}
            spec:
            """ + spec.indent(2);
    }

    static Application read(String spec) {
        return ApplicationParser.parse(text(spec), "shop.yaml");
    }
}
