package io.jenkins.plugins.k8sprotect.engine.result;

import java.util.Locale;

/** The shape and colour that go with an outcome or a severity. Each has its own shape: colour alone tells nothing. */
enum Mark {
    GOOD("M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.3-4.2 4.6a.8.8 0 0 1-1.2 0L4.3 8.9l1.2-1.1 1.3 1.5 3.6-4Z"),
    LOOK(
            "M7.1 1.6a1 1 0 0 1 1.8 0l6 11.4a1 1 0 0 1-.9 1.5H2a1 1 0 0 1-.9-1.5Zm.1 3.9.2 4.5h1.2l.2-4.5ZM8 11a.9.9 0 1 0 0 1.8A.9.9 0 0 0 8 11Z"),
    BAD(
            "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Zm.6 3.6L4.6 5.7 6.9 8l-2.3 2.3 1.1 1.1L8 9.1l2.3 2.3 1.1-1.1L9.1 8l2.3-2.3-1.1-1.1L8 6.9Z"),
    STOPPED(
            "M2.5 1h11A1.5 1.5 0 0 1 15 2.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 1 13.5v-11A1.5 1.5 0 0 1 2.5 1ZM5 4v8h2V4Zm4 0v8h2V4Z"),
    PLAIN(
            "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 3a1 1 0 1 1 0 2 1 1 0 0 1 0-2Zm-1.2 3h2v3.8h.8V12H6.4v-1.2h.8V8.2h-.4Z");

    private final String path;

    Mark(String path) {
        this.path = path;
    }

    static Mark of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> GOOD;
            case WARNING -> LOOK;
            case ABORTED -> STOPPED;
            case FAILED -> BAD;
        };
    }

    static Mark of(Finding.Severity severity) {
        return switch (severity) {
            case FAILURE -> BAD;
            case ATTENTION -> LOOK;
            case EXPECTED -> PLAIN;
        };
    }

    /** The name that the style sheet knows. */
    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Draws the shape; words beside it say the same, so readers of the screen are spared it. */
    void write(Html html) {
        html.open("svg", "class", "mark", "width", "16", "height", "16", "viewBox", "0 0 16 16", "aria-hidden", "true");
        html.open("path", "fill", "currentColor", "fill-rule", "evenodd", "d", path)
                .close("path")
                .close("svg");
    }
}
