package io.jenkins.plugins.k8sprotect.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.CertUtils;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXReason;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS as a kubeconfig says: whom to trust, under which name, and the client certificate. Thread-safe. */
final class Tls {
    private final SSLSocketFactory factory;
    private final String name;
    private final boolean verify;
    private final boolean authorityNamed;

    /** @param host of the server, unless {@code tls-server-name} names another */
    Tls(Config config, String host) {
        this.name = config.getTlsServerName() == null ? host : config.getTlsServerName();
        this.verify = !Boolean.TRUE.equals(config.isTrustCerts())
                && !Boolean.TRUE.equals(config.isDisableHostnameVerification());
        this.authorityNamed = authorityNamed(config);
        this.factory = factory(config);
    }

    /** Speaks TLS over a connected socket; ends with the handshake done and the server's name verified. */
    Socket over(Socket plain, int port) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true);
        if (verify) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        try {
            socket.startHandshake();
        } catch (SSLHandshakeException e) {
            throw untrusted(e) ? notVouchedFor(e) : e;
        }
        return socket;
    }

    private static boolean untrusted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            boolean otherSigner = cause instanceof CertPathValidatorException path
                    && (path.getReason() == PKIXReason.NO_TRUST_ANCHOR
                            || path.getReason() == CertPathValidatorException.BasicReason.INVALID_SIGNATURE);
            if (otherSigner || cause instanceof CertPathBuilderException) {
                return true;
            }
        }
        return false;
    }

    private IOException notVouchedFor(SSLHandshakeException e) {
        String why = authorityNamed
                ? "not signed by the CA certificate that was given for it"
                : "not signed by a CA that this machine trusts, and no CA certificate was given for it";
        return new IOException("its certificate is " + why, e);
    }

    private static SSLSocketFactory factory(Config config) {
        try {
            return SSLUtils.sslContext(SSLUtils.keyManagers(config), trusted(config))
                    .getSocketFactory();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The exception's own message may quote the material, its type does not.
            throw new InvalidAccess("the certificates or keys for " + config.getMasterUrl() + " cannot be used: "
                    + e.getClass().getSimpleName());
        }
    }

    /** A certificate authority in the kubeconfig is the only one that counts; the library would add the public ones. */
    private static TrustManager[] trusted(Config config) throws GeneralSecurityException, IOException {
        if (!authorityNamed(config) || Boolean.TRUE.equals(config.isTrustCerts())) {
            return SSLUtils.trustManagers(config);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = CertUtils.getInputStreamFromDataOrFile(config.getCaCertData(), config.getCaCertFile())) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static boolean authorityNamed(Config config) {
        return isSet(config.getCaCertData()) || isSet(config.getCaCertFile());
    }

    private static boolean isSet(String value) {
        return value != null && !value.isEmpty();
    }
}
