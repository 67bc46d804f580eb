package io.jenkins.plugins.k8sprotect.engine.result;

/** What state things are in after an operation was stopped. */
public final class Aftermath {
    private Aftermath() {}

    public static String ofStopped(String operation) {
        return switch (operation) {
            case "backup" ->
                "No backup was made: what was written so far counts for nothing without a manifest, which is"
                        + " written last. The cluster was only read.";
            case "restore" ->
                "What is counted as created or replaced is in the cluster; the rest was not touched."
                        + " Run the same restore again to complete it: what is there already is left as it is.";
            case "hook" ->
                "A command that was running may go on in its container; it was run in no further one."
                        + " What is counted as created or changed is in the cluster; nothing else was applied.";
            default -> "Nothing was changed.";
        };
    }
}
