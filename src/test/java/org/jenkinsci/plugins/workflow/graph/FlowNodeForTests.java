package org.jenkinsci.plugins.workflow.graph;

/** A step or block of a run, with a number and a name. */
public final class FlowNodeForTests extends FlowNode {
    private final String id;
    private final String displayName;

    public FlowNodeForTests(String id, String displayName) {
        this.id = id;
        this.displayName = displayName;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public void save() {}
}
