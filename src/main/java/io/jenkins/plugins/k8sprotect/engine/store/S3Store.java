package io.jenkins.plugins.k8sprotect.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A store in an S3 bucket, or one of a server that speaks S3. Every file is one PUT with its SHA-256, which the server
 * checks; strong read-after-write consistency is relied upon, as S3 has it since 2020.
 */
final class S3Store implements Store {
    /** User metadata that tells whether a file that exists after a repeated request is this call's own. */
    private static final String WRITER = "writer";

    private final StoreUrl.S3 url;
    private final S3Connection connection;
    private final S3Errors errors;

    S3Store(StoreUrl.S3 url, StoreCredentials credentials) {
        this.url = url;
        this.connection = new S3Connection(url, credentials);
        this.errors = new S3Errors(url);
    }

    @Override
    public String description() {
        return url.description();
    }

    @Override
    public void put(String key, byte[] content) {
        PutObjectRequest request = putRequest(key, content).build();
        call(key, client -> client.putObject(request, RequestBody.fromBytes(content)));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        String writer = UUID.randomUUID().toString();
        PutObjectRequest request = putRequest(key, content)
                .ifNoneMatch("*")
                .metadata(Map.of(WRITER, writer))
                .build();
        return call(key, client -> {
            try {
                client.putObject(request, RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception e) {
                return switch (e.statusCode()) {
                    // 409: a competing write is under way. 412: there is one; it may be ours, if an answer was lost.
                    case 409, 412 -> isWrittenBy(client, key, writer);
                    case 501 -> putUnlessSeen(client, key, request, content);
                    default -> throw e;
                };
            }
        });
    }

    private boolean isWrittenBy(S3Client client, String key, String writer) {
        HeadObjectResponse head = client.headObject(r -> r.bucket(url.bucket()).key(url.prefix() + key));
        return writer.equals(head.metadata().get(WRITER));
    }

    /** For servers without conditional writes: two callers at the same time may both believe that they won. */
    private boolean putUnlessSeen(S3Client client, String key, PutObjectRequest request, byte[] content) {
        if (head(key).isPresent()) {
            return false;
        }
        client.putObject(request.toBuilder().ifNoneMatch(null).build(), RequestBody.fromBytes(content));
        return true;
    }

    private PutObjectRequest.Builder putRequest(String key, byte[] content) {
        return PutObjectRequest.builder()
                .bucket(url.bucket())
                .key(url.prefix() + StoreKeys.check(key))
                .contentLength((long) content.length)
                .checksumSHA256(sha256(content));
    }

    @Override
    public byte[] get(String key, long maxBytes) {
        StoreKeys.check(key);
        ResponseTransformer<GetObjectResponse, byte[]> read = (response, body) -> read(key, body, response, maxBytes);
        return call(key, client -> client.getObject(r -> r.bucket(url.bucket()).key(url.prefix() + key), read));
    }

    private byte[] read(String key, InputStream body, GetObjectResponse response, long maxBytes) throws IOException {
        long declared = response.contentLength() == null ? 0 : response.contentLength();
        byte[] content = declared > maxBytes ? null : body.readNBytes((int) Math.min(maxBytes + 1, 1L << 30));
        if (content == null || content.length > maxBytes) {
            throw new TooLarge(StoreException.tooLarge(description(), key, maxBytes));
        }
        if (response.contentLength() != null && content.length != declared) {
            throw new IOException("connection closed after " + content.length + " of " + declared + " bytes");
        }
        return content;
    }

    /** Passes through the SDK, which wraps what a transformer throws and would otherwise try again. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(StoreException cause) {
            super(cause);
        }
    }

    /** By a list: a HEAD's answer has no body, and its 404 does not tell a missing file from a missing bucket. */
    @Override
    public Optional<StoredObject> head(String key) {
        return list(StoreKeys.check(key), "", 1).objects().stream()
                .filter(found -> found.key().equals(key))
                .findFirst();
    }

    @Override
    public Page list(String prefix, String startAfter, int limit) {
        StoreKeys.checkPrefix(prefix);
        StoreKeys.checkPrefix(startAfter);
        StoreKeys.checkLimit(limit);
        ListObjectsV2Response page = call(
                prefix,
                client -> client.listObjectsV2(r -> r.bucket(url.bucket())
                        .prefix(url.prefix() + prefix)
                        .startAfter(startAfter.isEmpty() ? null : url.prefix() + startAfter)
                        .maxKeys(limit)));
        return new Page(page.contents().stream().map(this::stored).toList(), Boolean.TRUE.equals(page.isTruncated()));
    }

    private StoredObject stored(S3Object object) {
        return new StoredObject(object.key().substring(url.prefix().length()), object.size());
    }

    @Override
    public List<String> listFolders(String prefix) {
        StoreKeys.checkFolder(prefix);
        return call(
                prefix, client -> client
                        .listObjectsV2Paginator(r -> r.bucket(url.bucket())
                                .prefix(url.prefix() + prefix)
                                .delimiter("/"))
                        .stream()
                        .flatMap(page -> page.commonPrefixes().stream())
                        .map(CommonPrefix::prefix)
                        .map(p -> p.substring(url.prefix().length()))
                        .sorted()
                        .toList());
    }

    @Override
    public void delete(String key) {
        StoreKeys.check(key);
        call(key, client -> client.deleteObject(r -> r.bucket(url.bucket()).key(url.prefix() + key)));
    }

    @Override
    public void close() {
        connection.close();
    }

    private <T> T call(String key, Function<S3Client, T> action) {
        try {
            return action.apply(connection.client());
        } catch (SdkException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooLarge tooLarge) {
                    throw (StoreException) tooLarge.getCause();
                }
            }
            throw errors.translate(key, e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
