package io.jenkins.plugins.k8sprotect.engine.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The opening handshake of one WebSocket (RFC 6455 section 4). */
final class Handshake {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final List<String> protocols;
    private final String key;

    /** @param protocols subprotocols that may be spoken, best first */
    Handshake(List<String> protocols) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.protocols = protocols;
        this.key = Base64.getEncoder().encodeToString(random);
    }

    /** Header fields of the request, each with its line end. */
    String fields() {
        return "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key
                + "\r\nSec-WebSocket-Protocol: " + String.join(", ", protocols) + "\r\n";
    }

    /**
     * The subprotocol that the server chose.
     *
     * @throws IOException if what answers does not speak WebSocket, or none of the subprotocols
     */
    String accepted(Request request, HeadLines.Full answer) throws IOException {
        if (!answer.field("Upgrade").equalsIgnoreCase("websocket")
                || !answer.field("Sec-WebSocket-Accept").equals(acceptOf(key))) {
            throw new IOException("the answer changes to a protocol that is not WebSocket");
        }
        String chosen = answer.field("Sec-WebSocket-Protocol");
        if (!protocols.contains(chosen)) {
            throw ApiErrors.notKubernetes(
                    request.what(), "the server chose none of the protocols " + String.join(", ", protocols));
        }
        return chosen;
    }

    static String acceptOf(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
