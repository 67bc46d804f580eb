package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** The certificate of an authority as people have it at hand: PEM, or PEM or DER in base64. */
final class CaCertificate {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String ALLOWED =
            "; allowed: one or more certificates in PEM (" + BEGIN + " …), or PEM or DER in base64";

    private CaCertificate() {}

    /**
     * The same as {@code certificate-authority-data} has it: base64.
     *
     * @throws InvalidAccess if it is no certificate; it is not quoted, since it may be something else, such as a key
     */
    static String data(String text) {
        byte[] certificates = text.contains("-----BEGIN ") ? text.getBytes(StandardCharsets.UTF_8) : decoded(text);
        String readable = new String(certificates, StandardCharsets.ISO_8859_1);
        if (readable.contains("PRIVATE KEY-----")) {
            throw new InvalidAccess("CA certificate: found a private key, which belongs nowhere near it" + ALLOWED);
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCertificates(new ByteArrayInputStream(certificates))
                    .isEmpty()) {
                throw new CertificateException();
            }
        } catch (CertificateException e) {
            throw new InvalidAccess(
                    "CA certificate: found " + text.length() + " characters that are no certificate" + ALLOWED);
        }
        return Base64.getEncoder().encodeToString(certificates);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidAccess(
                    "CA certificate: found " + text.length() + " characters that are neither PEM nor base64" + ALLOWED);
        }
    }
}
