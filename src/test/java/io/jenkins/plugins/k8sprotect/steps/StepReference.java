package io.jenkins.plugins.k8sprotect.steps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The reference of one step or choice in {@code docs/steps.md}, made from its help. */
final class StepReference {
    private final Class<?> type;
    private final String title;
    private final String level;
    private final List<String> fields;

    StepReference(Class<?> type, String title, String level, List<String> fields) {
        this.type = type;
        this.title = title;
        this.level = level;
        this.fields = fields;
    }

    String markdown() throws IOException {
        StringBuilder text = new StringBuilder(level + " " + title + "\n\n" + html("help.html") + "\n\n");
        for (String field : fields) {
            text.append("**`")
                    .append(field)
                    .append("`** ")
                    .append(html("help-" + field + ".html"))
                    .append("\n\n");
        }
        return text.toString();
    }

    /** Help as Markdown: it uses paragraphs, code and examples, and nothing else. */
    private String html(String file) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + "/" + file)) {
            String html = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            String inner = html.substring("<div>".length(), html.length() - "</div>".length());
            StringBuilder markdown = new StringBuilder();
            for (String part : inner.split("(?=<pre>)|(?<=</pre>)")) {
                markdown.append(part.startsWith("<pre>") ? example(part) : prose(part));
            }
            return markdown.toString().replaceAll("\n{3,}", "\n\n").strip();
        }
    }

    private static String example(String pre) {
        String code = pre.substring("<pre>".length(), pre.length() - "</pre>".length());
        String language = code.startsWith("apiVersion") ? "yaml" : "groovy";
        return "\n\n```" + language + "\n" + plain(code) + "\n```\n\n";
    }

    private static String prose(String html) {
        String paragraphs = html.replaceAll("\\s*<p>\\s*", "\u0001").replaceAll("\\s*</p>\\s*", "\u0001");
        String line = paragraphs.replaceAll("\\s+", " ").replaceAll("\u0001+", "\n\n");
        return plain(line.replaceAll("</?code>", "`"));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
