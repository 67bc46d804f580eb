package io.jenkins.plugins.k8sprotect.harness.pipeline;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.k8sprotect.harness.build.FakeAgent;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jenkins.util.BuildListenerAdapter;

/** The steps that need a node, and the one that gives it. */
final class NodeSteps {
    private final RunningPipeline pipeline;
    private final Workspaces workspaces;

    NodeSteps(RunningPipeline pipeline, Workspaces workspaces) {
        this.pipeline = pipeline;
        this.workspaces = workspaces;
    }

    void addTo(Map<String, BuiltIn> steps) {
        steps.put("node", a -> node(a.named().isEmpty() ? "" : a.text("label"), a.body()::call));
        steps.put("dir", a -> dir(a.text("path"), a.body()));
        steps.put("checkout", a -> checkout());
        steps.put("sh", a -> new ShellStep(pipeline, path()).call(a));
        steps.put("pwd", a -> workspace().getRemote());
        steps.put("fileExists", a -> Files.exists(path().resolve(a.text("file"))));
        steps.put("readFile", a -> Files.readString(path().resolve(a.text("file"))));
        steps.put("writeFile", this::writeFile);
        steps.put("archiveArtifacts", this::archiveArtifacts);
    }

    /** @param label of the agent; empty: whichever there is */
    Object node(String label, Callable<?> body) {
        FakeAgent agent = pipeline.agents().get(label);
        if (agent == null) {
            throw new IllegalStateException("There are no nodes with the label ‘" + label + "’");
        }
        Path folder = workspaces.of(agent.name(), pipeline.build().getParent().getFullName());
        pipeline.log("[Pipeline] node");
        pipeline.log("Running on " + agent.name() + " in " + folder);
        Scope inner = pipeline.scope()
                .with(FilePath.class, new FilePath(agent, folder.toString()))
                .with(Map.of("WORKSPACE", folder.toString(), "NODE_NAME", agent.name()));
        return pipeline.within(inner, body);
    }

    Object checkout() throws IOException {
        workspaces.checkOutInto(path());
        return null;
    }

    private Object dir(String path, Closure<?> body) {
        return pipeline.within(pipeline.scope().with(FilePath.class, workspace().child(path)), body);
    }

    private Object writeFile(Arguments a) throws IOException {
        Path file = path().resolve(a.text("file"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, a.text("text"));
        return null;
    }

    private Object archiveArtifacts(Arguments a) throws IOException, InterruptedException {
        Map<String, String> found = new LinkedHashMap<>();
        for (String glob : a.text("artifacts").split("\\s*,\\s*")) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            try (Stream<Path> files = Files.walk(path())) {
                files.filter(Files::isRegularFile)
                        .map(path()::relativize)
                        .filter(matcher::matches)
                        .forEach(p -> found.put(p.toString(), p.toString()));
            }
        }
        if (found.isEmpty() && !a.flag("allowEmptyArchive")) {
            throw new AbortException("No artifacts found that match the file pattern \"" + a.text("artifacts") + "\"");
        }
        TaskListener listener = pipeline.scope().get(TaskListener.class);
        pipeline.build()
                .getArtifactManager()
                .archive(new FilePath(path().toFile()), null, BuildListenerAdapter.wrap(listener), found);
        pipeline.log("Archiving artifacts: " + String.join(", ", found.keySet()));
        return null;
    }

    private FilePath workspace() {
        FilePath workspace = pipeline.scope().get(FilePath.class);
        if (workspace == null) {
            throw new IllegalStateException("Required context class hudson.FilePath is missing" + System.lineSeparator()
                    + "Perhaps you forgot to surround the step with a step that provides this, such as: node");
        }
        return workspace;
    }

    private Path path() {
        return Path.of(workspace().getRemote());
    }
}
