package io.jenkins.plugins.k8sprotect.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file: its prose, its code blocks, its links and headings. */
record Document(Path file, List<String> prose, List<String> code) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");

    static Document read(Path file) {
        List<String> prose = new ArrayList<>();
        List<String> code = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines(file)) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (fenced || line.startsWith("    ")) {
                code.add(line.strip());
            } else {
                prose.add(line);
            }
        }
        return new Document(file, prose, code);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Targets of links that lie in this repository, as they are written. */
    Stream<String> links() {
        return prose.stream()
                .map(line -> INLINE_CODE.matcher(line).replaceAll("`"))
                .flatMap(line -> LINK.matcher(line).results())
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"));
    }

    /** The file that a link means, or this one if it is to a heading alone. */
    Path resolve(String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /** Anchors of the headings, as GitHub makes them. */
    List<String> anchors() {
        return prose.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
