package com.cloudbees.plugins.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Descriptor;
import hudson.util.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Puts credentials into Jenkins or into one of its folders. {@link #clear()} takes all away again. */
public final class CredentialsForTests {
    private CredentialsForTests() {}

    /** Puts it where everybody sees it. */
    public static void keep(IdCredentials credentials) {
        keep("", credentials);
    }

    /** Puts it into a folder: jobs in it and below see it, and see it before one of the same id further up. */
    public static void keep(String folder, IdCredentials credentials) {
        CredentialsProvider.KEPT.add(new CredentialsProvider.Kept(folder, credentials));
    }

    /** Ids of the credentials whose use was recorded. */
    public static List<String> tracked() {
        return List.copyOf(CredentialsProvider.TRACKED);
    }

    public static void clear() {
        CredentialsProvider.KEPT.clear();
        CredentialsProvider.TRACKED.clear();
    }

    /** A "Secret file". */
    public static FileCredentials file(String id, String content) {
        return new SecretFile(id, content.getBytes(UTF_8));
    }

    /** A "Secret file" whose content cannot be read. */
    public static FileCredentials brokenFile(String id) {
        return new SecretFile(id, null);
    }

    /** A "Secret text". */
    public static StringCredentials text(String id, String text) {
        return new SecretText(id, Secret.fromString(text));
    }

    /** A "Username with password". */
    public static StandardUsernamePasswordCredentials login(String id, String username, String password) {
        return new Login(id, username, Secret.fromString(password));
    }

    /** What Jenkins calls the type of a credential. */
    private static final class Kind extends Descriptor<Credentials> {
        private final String name;

        Kind(String name) {
            super(Credentials.class);
            this.name = name;
        }

        @Override
        public String getDisplayName() {
            return name;
        }
    }

    private record SecretFile(String id, byte[] bytes) implements FileCredentials {
        @Override
        public Descriptor<Credentials> getDescriptor() {
            return new Kind("Secret file");
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public String getFileName() {
            return "kubeconfig";
        }

        @Override
        public InputStream getContent() throws IOException {
            if (bytes == null) {
                throw new IOException("cannot be decrypted");
            }
            return new ByteArrayInputStream(bytes);
        }
    }

    private record SecretText(String id, Secret secret) implements StringCredentials {
        @Override
        public Descriptor<Credentials> getDescriptor() {
            return new Kind("Secret text");
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public Secret getSecret() {
            return secret;
        }
    }

    private record Login(String id, String username, Secret password) implements StandardUsernamePasswordCredentials {
        @Override
        public Descriptor<Credentials> getDescriptor() {
            return new Kind("Username with password");
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public Secret getPassword() {
            return password;
        }
    }
}
