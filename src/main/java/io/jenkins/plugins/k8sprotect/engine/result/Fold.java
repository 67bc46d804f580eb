package io.jenkins.plugins.k8sprotect.engine.result;

/** A part of the report that opens and closes without a script. */
final class Fold {
    private Fold() {}

    /** Begins it; a null mark leaves the shape out. */
    static void open(Html html, Mark mark, String title, long count, boolean open) {
        String cssClass = mark == null ? "fold" : "fold " + mark.cssClass();
        if (open) {
            html.open("details", "class", cssClass, "open", "");
        } else {
            html.open("details", "class", cssClass);
        }
        html.open("summary");
        if (mark != null) {
            mark.write(html);
            html.text(" ");
        }
        html.element("span", title, "class", "title").text(" ");
        html.element("span", Words.count(count), "class", "count")
                .close("summary")
                .line();
    }

    static void close(Html html) {
        html.close("details").line();
    }

    /** Says how much is not shown, where something is not. */
    static void more(Html html, long left) {
        if (left > 0) {
            html.element(
                            "p",
                            "And " + Words.count(left) + " more, not shown here: the JSON form of this result lists"
                                    + " every one (on the command line, --json).",
                            "class",
                            "more")
                    .line();
        }
    }
}
