package io.jenkins.plugins.k8sprotect.engine.store;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * The SDK's client, made in the background as soon as a store is opened: loading the SDK's classes takes longer than
 * most requests, and whoever opens a store has a cluster to read meanwhile.
 *
 * <p>Nothing is taken from the environment, from profiles or from an instance's role: what counts is the URL and the
 * credentials given.
 */
final class S3Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofMinutes(2);
    private static final Duration CALL = Duration.ofMinutes(6);

    private final CompletableFuture<S3Client> client = new CompletableFuture<>();

    S3Connection(StoreUrl.S3 url, StoreCredentials credentials) {
        Thread opener = new Thread(() -> open(url, credentials), "s3-open");
        opener.setDaemon(true);
        opener.start();
    }

    S3Client client() {
        try {
            return client.join();
        } catch (CompletionException e) {
            throw new StoreException(
                    StoreException.Code.INVALID,
                    "the S3 client cannot be made: " + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private void open(StoreUrl.S3 url, StoreCredentials credentials) {
        try {
            S3Client made = build(url, credentials);
            client.complete(made);
            warmUp(made, url);
        } catch (RuntimeException | LinkageError e) {
            client.completeExceptionally(e);
        }
    }

    /** Loads what a first request needs. Its answer does not matter: the first real request tells what is wrong. */
    private static void warmUp(S3Client client, StoreUrl.S3 url) {
        try {
            client.headBucket(r -> r.bucket(url.bucket()));
        } catch (SdkException e) {
            return;
        }
    }

    private static S3Client build(StoreUrl.S3 url, StoreCredentials credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .build())
                .credentialsProvider(StaticCredentialsProvider.create(identity(credentials)))
                .region(Region.of(url.region()))
                .defaultsMode(DefaultsMode.STANDARD)
                .forcePathStyle(url.pathStyle())
                // Each file carries its SHA-256 as a plain header, which servers that do not know it pass over; the
                // SDK's own default is a trailing checksum, which many S3-compatible servers refuse.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .expectContinueEnabled(false)
                        .chunkedEncodingEnabled(false)
                        .build())
                .overrideConfiguration(overrides());
        if (!url.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(url.endpoint()));
        }
        return builder.build();
    }

    private static ClientOverrideConfiguration overrides() {
        ProfileFile noProfiles = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(CALL)
                .apiCallAttemptTimeout(ATTEMPT)
                .retryStrategy(RetryMode.STANDARD)
                .defaultProfileFile(noProfiles)
                .build();
    }

    private static AwsCredentials identity(StoreCredentials given) {
        return given.sessionToken().isEmpty()
                ? AwsBasicCredentials.create(given.accessKey(), given.secretKey())
                : AwsSessionCredentials.create(given.accessKey(), given.secretKey(), given.sessionToken());
    }

    @Override
    public void close() {
        client.whenComplete((made, failure) -> {
            if (made != null) {
                made.close();
            }
        });
    }
}
