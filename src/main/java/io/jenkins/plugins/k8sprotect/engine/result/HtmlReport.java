package io.jenkins.plugins.k8sprotect.engine.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A result as one HTML file that needs nothing else: no script, no font, no image from elsewhere, and nothing to allow:
 * its own Content-Security-Policy lets in its one style sheet, by hash, and nothing more. Where a server forbids even
 * that (Jenkins does so for archived files), it still reads well as plain markup.
 *
 * <p>The same result always gives the same bytes.
 */
public final class HtmlReport {
    private static final String STYLE = style();

    private HtmlReport() {}

    /**
     * Renders a result.
     *
     * @param result what came of the operation
     * @param rows the objects of a plan or a restore, in the plan's order; empty where the operation has none
     * @return the file's text, to be stored as UTF-8
     */
    public static String render(OperationResult result, List<ReportRow> rows) {
        Html html = new Html();
        html.constant("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(html, Words.title(result) + ": " + Words.outcome(result.outcome()));
        html.open("body").line().open("main").line();
        ReportHeader.write(html, result);
        ReportFindings.write(html, result);
        ReportCounts.write(html, result);
        ReportTimings.write(html, result);
        ReportObjects.write(html, rows);
        html.close("main").line();
        html.element("footer", "Written by k8s-protect from the result alone. Secret values are never shown.");
        return html.close("body").close("html").line().toString();
    }

    private static void head(Html html, String title) {
        html.open("head").line().open("meta", "charset", "utf-8").line();
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.open("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title).line();
        html.open("style").constant(STYLE).close("style").line().close("head").line();
    }

    private static String policy() {
        return "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
