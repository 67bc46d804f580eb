package io.jenkins.plugins.k8sprotect.report;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/**
 * Which files of an operation there are, asked on the machine where they lie. Only regular files count: a symbolic link
 * would bring another file of that machine into the build's artifacts.
 */
public final class OperationFiles extends MasterToSlaveFileCallable<List<String>> {
    private static final long serialVersionUID = 1;

    /** The result, the same for people, what a restore decided, and the manifest of a backup. */
    public static final List<String> NAMES = List.of("report.html", "result.json", "plan.json", "manifest.json");

    @Override
    public List<String> invoke(File folder, VirtualChannel channel) {
        Path path = folder.toPath();
        boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        List<String> there = new ArrayList<>();
        for (String name : NAMES) {
            if (isFolder && Files.isRegularFile(path.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                there.add(name);
            }
        }
        return there;
    }
}
