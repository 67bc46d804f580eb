package io.jenkins.plugins.k8sprotect.steps;

import hudson.remoting.Callable;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.Future;
import hudson.remoting.ProxyException;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection to an agent, as remoting behaves: what is sent and what comes back is serialized, it runs on a thread of
 * the agent, an exception comes back as text alone, and when the connection breaks, callers are told at once while the
 * agent's threads are interrupted.
 */
final class FakeChannel implements VirtualChannel {
    private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public <V, T extends Throwable> V call(Callable<V, T> callable) throws IOException, InterruptedException {
        try {
            return callAsync(callable).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    @Override
    public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) throws IOException {
        if (closed) {
            throw new ChannelClosedException(null, new IOException("closed"));
        }
        Call<V> call = new Call<>(Copies.of(callable));
        underWay.add(call);
        call.thread.start();
        return call;
    }

    /** Breaks the connection. */
    void disconnect() {
        closed = true;
        underWay.forEach(Call::abort);
    }

    private final class Call<V> implements Future<V> {
        private final CompletableFuture<V> answer = new CompletableFuture<>();
        private final Thread thread;

        Call(Callable<V, ?> callable) {
            thread = new Thread(() -> run(callable), "agent");
            thread.setDaemon(true);
        }

        @SuppressWarnings("unchecked")
        private void run(Callable<V, ?> callable) {
            try {
                V result = callable.call();
                if (result != null && !(result instanceof Serializable)) {
                    throw new NotSerializableException(result.getClass().getName());
                }
                answer.complete((V) Copies.of((Serializable) result));
            } catch (Throwable e) {
                answer.completeExceptionally(new ProxyException(e));
            } finally {
                underWay.remove(this);
            }
        }

        void abort() {
            answer.completeExceptionally(new RequestAbortedException(new IOException("ClosedChannelException")));
            thread.interrupt();
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            throw new UnsupportedOperationException("the answer would be lost");
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return answer.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return answer.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return answer.get(timeout, unit);
        }
    }
}
