package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.remoting.Callable;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * An agent: what it is given arrives as a copy, runs on its own threads, and its answer comes back as a copy. It can be
 * killed in the middle and come back, with the same files.
 */
public final class FakeAgent implements VirtualChannel {
    private final String name;
    private final Set<AgentCall<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean connected = true;

    public FakeAgent(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Calls that are under way. */
    public int busy() {
        return running.size();
    }

    /** Ends the connection: whoever waits is told at once, and the agent's code is interrupted. */
    public void kill() {
        connected = false;
        running.forEach(AgentCall::abort);
    }

    public void comeBack() {
        connected = true;
    }

    public boolean isConnected() {
        return connected;
    }

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, T, InterruptedException {
        try {
            return callAsync(callable).get();
        } catch (ExecutionException e) {
            throw AgentCall.<T>asItIs(e.getCause());
        }
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        if (!connected) {
            throw new ChannelClosedException(null, new ClosedChannelException());
        }
        AgentCall<V> call = new AgentCall<>(name, Wire.sent(callable), running::remove);
        running.add(call);
        call.start();
        return call;
    }

    @Override
    public String toString() {
        return "agent " + name;
    }
}
