package io.jenkins.plugins.k8sprotect.config;

import hudson.AbortException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** What credentials hold, if it can be used at all. No message quotes it. */
final class CredentialContent {
    /** A kubeconfig of hundreds of clusters with their certificates is smaller. */
    private static final int LARGEST = 1 << 20;

    private CredentialContent() {}

    /**
     * A file's text.
     *
     * @throws AbortException if it cannot be read, is empty, larger than 1 MiB, or no UTF-8
     */
    static String text(String id, FileCredentials file) throws AbortException {
        String text = decoded(id, bytes(id, file));
        if (text.isBlank()) {
            throw unusable(id, "the file is empty");
        }
        return text;
    }

    /**
     * A secret text, as one line.
     *
     * @throws AbortException if it is empty, or more than one word
     */
    static String word(String id, StringCredentials secret) throws AbortException {
        String text = secret.getSecret().getPlainText().trim();
        if (text.isEmpty()) {
            throw unusable(id, "the text is empty");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c >= 0x7F)) {
            throw unusable(id, "the text holds a space, a line break or another character that no token holds");
        }
        return text;
    }

    private static byte[] bytes(String id, FileCredentials file) throws AbortException {
        try (InputStream in = file.getContent()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unusable(id, "the file is larger than 1 MiB");
            }
            return bytes;
        } catch (AbortException e) {
            throw e;
        } catch (IOException e) {
            throw unusable(id, "the file cannot be read (" + e.getClass().getSimpleName() + "); upload it again");
        }
    }

    private static String decoded(String id, byte[] bytes) throws AbortException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unusable(id, "the file is no text in UTF-8");
        }
    }

    private static AbortException unusable(String id, String why) {
        return new AbortException("credentialsId: " + Shown.quoted(id) + " cannot be used: " + why);
    }
}
