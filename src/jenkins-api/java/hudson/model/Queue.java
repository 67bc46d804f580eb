package hudson.model;

import jenkins.console.WithConsoleUrl;

public class Queue extends ResourceController implements Saveable {
    Queue() {}

    public void save() {
        throw new UnsupportedOperationException();
    }

    public interface Executable extends Runnable, WithConsoleUrl {}
}
