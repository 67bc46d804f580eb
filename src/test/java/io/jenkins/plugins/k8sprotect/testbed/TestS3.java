package io.jenkins.plugins.k8sprotect.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A running S3 server. It speaks plain HTTP on the loopback interface and wants path-style addresses.
 *
 * @param endpoint for clients, without a bucket
 * @param region that clients sign for
 * @param accessKey of its only user, who may do everything
 * @param secretKey belonging to it
 */
public record TestS3(URI endpoint, String region, String accessKey, String secretKey) {

    /** The server whose env file this is. */
    static TestS3 at(Path env) {
        try {
            Map<String, String> values = Files.readAllLines(env).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            return new TestS3(
                    URI.create(values.get("S3_ENDPOINT")),
                    values.get("S3_REGION"),
                    values.get("S3_ACCESS_KEY"),
                    values.get("S3_SECRET_KEY"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client for this server, with its keys. The caller closes it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Makes an empty bucket that no other test has, and returns its name. */
    public String newBucket() {
        String bucket = "test-" + UUID.randomUUID();
        try (S3Client client = client()) {
            client.createBucket(request -> request.bucket(bucket));
        }
        return bucket;
    }

    /** Without the secret key. */
    @Override
    public String toString() {
        return "TestS3[" + endpoint + "]";
    }
}
