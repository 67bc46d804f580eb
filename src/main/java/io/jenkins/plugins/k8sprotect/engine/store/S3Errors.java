package io.jenkins.plugins.k8sprotect.engine.store;

import io.jenkins.plugins.k8sprotect.engine.store.StoreException.Code;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Says in the store's own words what an S3 server or the way to it refused. Error codes: "Error responses" of the S3
 * API reference.
 */
final class S3Errors {
    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            // versitygw, which answers an unknown access key with 404.
            "XAdminUserNotFound");

    /** A 404 means many things; these codes (none: the answer to a HEAD) mean that the file is not there. */
    private static final Set<String> NO_FILE = Set.of("NoSuchKey", "NotFound", "");

    private final StoreUrl.S3 url;

    S3Errors(StoreUrl.S3 url) {
        this.url = url;
    }

    StoreException translate(String key, SdkException e) {
        if (e instanceof S3Exception answer) {
            return answered(key, answer);
        }
        if (e instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return new StoreException(Code.OTHER, at(key) + "interrupted", e);
        }
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return new StoreException(
                    Code.UNREACHABLE, at(key) + "no answer in time; check the endpoint and the network", e);
        }
        return new StoreException(Code.UNREACHABLE, at(key) + rootCause(e) + "; check the endpoint and the network", e);
    }

    private StoreException answered(String key, S3Exception e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String error = details == null || details.errorCode() == null ? "" : details.errorCode();
        int status = e.statusCode();
        if (error.equals("NoSuchBucket")) {
            return new StoreException(
                    Code.INVALID,
                    url.description() + ": there is no bucket " + url.bucket() + "; create it or correct the URL",
                    e);
        }
        if (error.equals("RequestTimeTooSkewed")) {
            return new StoreException(Code.FORBIDDEN, at(key) + "this machine's clock is wrong; set it", e);
        }
        if (UNKNOWN_CALLER.contains(error)) {
            return new StoreException(
                    Code.FORBIDDEN,
                    at(key) + "the server does not know these credentials (" + error
                            + "); check access key, secret key, session token and region",
                    e);
        }
        if (status == 404 && NO_FILE.contains(error)) {
            return new StoreException(Code.NOT_FOUND, at(key) + "no such file", e);
        }
        if (status == 401 || status == 403) {
            return new StoreException(
                    Code.FORBIDDEN,
                    at(key) + "access denied (" + status + (error.isEmpty() ? "" : " " + error)
                            + "); this identity needs s3:ListBucket, s3:GetObject, s3:PutObject and s3:DeleteObject",
                    e);
        }
        if (status == 301 || status == 307 || status == 400) {
            return new StoreException(
                    Code.INVALID,
                    at(key) + "refused (" + status + " " + error
                            + "); check region, endpoint and pathStyle in the store's URL",
                    e);
        }
        boolean later = status == 429 || status >= 500;
        return new StoreException(
                later ? Code.UNREACHABLE : Code.OTHER,
                at(key) + "the server answered " + status + " " + error + (later ? "; try again later" : ""),
                e);
    }

    private String at(String key) {
        return url.description() + ": " + (key.isEmpty() ? "" : key + ": ");
    }

    private static String rootCause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == e ? e.getMessage() : root.getClass().getSimpleName() + " " + root.getMessage();
    }
}
