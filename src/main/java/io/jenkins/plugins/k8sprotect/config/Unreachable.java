package io.jenkins.plugins.k8sprotect.config;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why there was no answer, from the kinds of the exceptions alone: their texts may hold what a server sent. */
final class Unreachable {
    private Unreachable() {}

    static String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "the host's name is not known here";
            }
            if (cause instanceof SSLException) {
                return "TLS failed; is the CA certificate the one that signed the server's, and the host's name in it?";
            }
            if (cause instanceof SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return "nothing listens there, or a firewall refuses";
            }
        }
        return "the connection broke, or the answer is none of such a server";
    }
}
