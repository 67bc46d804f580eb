package io.jenkins.plugins.k8sprotect.cli;

import io.jenkins.plugins.k8sprotect.engine.result.Printable;
import java.util.ArrayList;
import java.util.List;

/** Columns as wide as what is in them, two spaces apart. A heading that ends in {@code >} sets its column to the right. */
final class TextTable {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        this.headings = List.of(headings);
        row(this.headings.stream().map(h -> h.replace(">", "")).toArray(String[]::new));
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Printable::line).toList());
    }

    @Override
    public String toString() {
        int[] widths = new int[headings.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            boolean right = headings.get(i).endsWith(">");
            line.append(right ? space + row.get(i) : row.get(i) + space).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
