package hudson.model;

import jenkins.model.ArtifactManager;

/** Gives a build what its package alone may give. */
public final class RunForTests {
    private RunForTests() {}

    public static void keepArtifactsIn(Run<?, ?> build, ArtifactManager manager) {
        build.artifacts = manager;
    }
}
