package io.jenkins.plugins.k8sprotect.steps;

import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The operations of this process that can be asked to stop, by the id of their attempt. A request that arrives before its
 * operation (whose classes may still be on their way to this machine) waits for it.
 */
final class StopRequests {
    /** Requests that never meet their operation, because that had ended already, are forgotten in the end. */
    private static final int KEPT = 1_000;

    private static final Map<String, StopRequests> ALL = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StopRequests> eldest) {
            return size() > KEPT && eldest.getValue().token.isCancelled();
        }
    };

    private final CancelToken token = new CancelToken();

    private StopRequests() {}

    static StopRequests of(String attempt) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(attempt, a -> new StopRequests());
        }
    }

    static void forget(String attempt) {
        synchronized (ALL) {
            ALL.remove(attempt);
        }
    }

    /** @param becauseOfDeadline whether its time is over; else somebody asked */
    void stop(String reason, boolean becauseOfDeadline) {
        if (becauseOfDeadline) {
            token.expire(reason);
        } else {
            token.cancel(reason);
        }
    }

    CancelToken token() {
        return token;
    }
}
