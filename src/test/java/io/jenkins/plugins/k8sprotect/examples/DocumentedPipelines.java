package io.jenkins.plugins.k8sprotect.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The {@code groovy} blocks of the documents. A block that is a whole Jenkinsfile is run as it is; any other stands in a
 * {@code node} with the sources checked out.
 */
record DocumentedPipelines(Path document, int line, String block) {

    static List<DocumentedPipelines> all() throws IOException {
        List<DocumentedPipelines> all = new ArrayList<>(in(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                all.addAll(in(file));
            }
        }
        return all;
    }

    /** Whether it runs a command in a container, for which there must be one. */
    boolean runsCommands() {
        return block.contains("exec(");
    }

    String jenkinsfile() {
        boolean whole = block.lines().anyMatch(line -> line.startsWith("pipeline {") || line.startsWith("node"));
        return whole ? block : "node {\ncheckout scm\n" + block + "}\n";
    }

    private static List<DocumentedPipelines> in(Path document) throws IOException {
        List<DocumentedPipelines> found = new ArrayList<>();
        StringBuilder block = null;
        int number = 0;
        int begin = 0;
        for (String line : Files.readAllLines(document)) {
            number++;
            if (block == null && line.strip().equals("```groovy")) {
                block = new StringBuilder();
                begin = number;
            } else if (block != null && line.strip().equals("```")) {
                found.add(new DocumentedPipelines(document, begin, block.toString()));
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
