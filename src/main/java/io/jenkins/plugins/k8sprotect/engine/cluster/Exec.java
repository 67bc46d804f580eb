package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.jenkins.plugins.k8sprotect.engine.cluster.ExecResult.End;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * One command in one container, over a WebSocket with the subprotocol {@code v5.channel.k8s.io}, or v4 where a server older
 * than Kubernetes 1.30 knows no other: the first byte of each message is its channel. The two differ in how standard input
 * ends, and there is none here.
 *
 * <p>The WebSocket is spoken on this room's own connections. The JDK's client, which fabric8's uses too, would be a second
 * transport beside them: with a second reading of {@code tls-server-name}, {@code proxy-url}, impersonation and renewed
 * credentials, with a thread pool, and with connections that a stop does not cut. What it would save is little: a client
 * that only listens sends control frames alone, and a message is read piece by piece into one buffer.
 */
final class Exec {
    static final String V5 = "v5.channel.k8s.io";
    static final String V4 = "v4.channel.k8s.io";

    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int STATUS = 3;
    private static final int LONGEST_STATUS = 64 * 1024;
    private static final int BUFFER = 32 * 1024;

    private static final int LOOK_MILLIS = 500;
    /** A quiet command must not look like a dead connection to what stands in between: most wait a minute. */
    private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** As kubectl has it. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** After the status nothing is missing but the server's leave. */
    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Transport transport;
    private final ExecRequest request;
    private final ExecOutput output;
    private final Deadline deadline;
    private final CancelToken cancel;
    private final byte[] buffer = new byte[BUFFER];

    private WebSocket socket;
    private ExecResult status;
    private long heard;
    private long pinged;

    /** Ends the reading for a reason of ours. */
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient ExecResult result;

        Ended(ExecResult result) {
            super(result.message());
            this.result = result;
        }
    }

    Exec(Transport transport, ExecRequest request, ExecOutput output, Deadline deadline, CancelToken cancel) {
        this.transport = transport;
        this.request = request;
        this.output = output;
        this.deadline = deadline;
        this.cancel = cancel;
    }

    ExecResult run() {
        if (deadline.isPast()) {
            return notBegunInTime();
        }
        try {
            socket = transport.upgrade(
                    request.toRequest(),
                    new Handshake(List.of(V5, V4)),
                    deadline.remaining().toMillis());
        } catch (CancellationException e) {
            return cancel.isExpired()
                    ? notBegunInTime()
                    : ExecResult.of(End.STOPPED, "stopped on request before the command was begun");
        } catch (ApiException e) {
            return ExecStatus.of(e);
        } catch (IOException e) {
            return brokenOff(e.getMessage());
        }
        try {
            return listen();
        } finally {
            transport.end(socket);
        }
    }

    private ExecResult listen() {
        String why;
        try {
            heard = System.nanoTime();
            pinged = heard;
            socket.connection().readTimeout(LOOK_MILLIS);
            socket.readThrough(new WatchedInput(socket.input(), this::look));
            while (socket.next()) {
                message();
            }
            why = "the server closed the connection with code " + socket.closeCode();
        } catch (Ended e) {
            return status != null ? status : e.result;
        } catch (IOException e) {
            why = e.getMessage();
        }
        return status != null ? status : brokenOff(why);
    }

    private void message() throws IOException {
        int count = socket.read(buffer, 0, 1);
        if (count < 0) {
            return; // An empty message carries nothing, not even a channel.
        }
        int channel = buffer[0];
        if (channel == STATUS) {
            status = ExecStatus.of(statusBody());
            return;
        }
        while ((count = socket.read(buffer, 0, buffer.length)) >= 0) {
            if (channel == STDOUT) {
                output.stdout(buffer, count);
            } else if (channel == STDERR) {
                output.stderr(buffer, count);
            }
        }
    }

    private byte[] statusBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int count; (count = socket.read(buffer, 0, buffer.length)) >= 0; ) {
            body.write(buffer, 0, Math.min(count, LONGEST_STATUS - body.size()));
        }
        return body.toByteArray();
    }

    /** Between two reads, at least twice a second. */
    private void look(boolean something) throws IOException {
        long now = System.nanoTime();
        if (something) {
            heard = now;
        }
        if (cancel.isCancelled() || deadline.isPast()) {
            throw new Ended(brokenOff("not waited for any longer"));
        }
        if (status != null && now - heard > LEAVE_NANOS) {
            throw new Ended(status);
        }
        if (now - heard > SILENCE_NANOS) {
            throw new Ended(brokenOff("nothing was heard for a minute, not even an answer to a ping"));
        }
        if (now - pinged > PING_NANOS) {
            pinged = now;
            socket.ping();
        }
    }

    private static ExecResult notBegunInTime() {
        return ExecResult.of(End.DEADLINE, "time was up before the command was begun");
    }

    /** The command was asked for, and nothing was told of its end. */
    private ExecResult brokenOff(String why) {
        if (cancel.isCancelled() && !cancel.isExpired()) {
            return ExecResult.of(End.STOPPED, "stopped on request; the command may still run in the container");
        }
        if (cancel.isExpired() || deadline.isPast()) {
            return ExecResult.of(
                    End.DEADLINE, "time was up before the command ended; it may still run in the container");
        }
        return ExecResult.of(
                End.UNKNOWN,
                "the connection ended before the command did (" + why
                        + "): whether it still runs, and what came of it, is not known");
    }
}
