package io.jenkins.plugins.k8sprotect.harness.build;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.ProxyException;
import hudson.remoting.RequestAbortedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One call of an agent, with the future that remoting gives for it: {@code cancel} interrupts the agent's code, and whoever
 * waits already goes on waiting until that code has ended; who asks later is told that it was cancelled.
 */
final class AgentCall<V> implements Future<V> {
    private final byte[] request;
    private final Consumer<AgentCall<?>> ended;
    private final CompletableFuture<byte[]> response = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean cancelled;

    AgentCall(String agent, byte[] request, Consumer<AgentCall<?>> ended) {
        this.request = request;
        this.ended = ended;
        this.thread = new Thread(this::run, agent);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The connection is gone. */
    void abort() {
        response.completeExceptionally(new RequestAbortedException(new ClosedChannelException()));
        thread.interrupt();
        ended.accept(this);
    }

    private void run() {
        try {
            response.complete(Wire.sent(((Callable<?, ?>) Wire.read(request)).call()));
        } catch (Throwable e) {
            response.completeExceptionally(asItArrives(e));
        } finally {
            ended.accept(this);
        }
    }

    @Override
    public boolean cancel(boolean interrupt) {
        if (cancelled || response.isDone()) {
            return false;
        }
        cancelled = true;
        if (interrupt) {
            thread.interrupt();
        }
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return cancelled || response.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        refuseIfCancelled();
        try {
            return value(response.get());
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        refuseIfCancelled();
        return value(response.get(timeout, unit));
    }

    private void refuseIfCancelled() {
        if (cancelled && !response.isDone()) {
            throw new CancellationException();
        }
    }

    @SuppressWarnings("unchecked")
    private V value(byte[] bytes) throws ExecutionException {
        try {
            return (V) Wire.read(bytes);
        } catch (IOException | ClassNotFoundException e) {
            throw new ExecutionException(e);
        }
    }

    /** A class of a plugin does not survive the way back; nor does what cannot be serialized. */
    private static Throwable asItArrives(Throwable thrown) {
        try {
            return thrown.getClass().getName().startsWith("io.jenkins.plugins.")
                    ? new ProxyException(thrown)
                    : (Throwable) Wire.read(Wire.sent(thrown));
        } catch (IOException | ClassNotFoundException e) {
            return new ProxyException(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
