package io.jenkins.plugins.k8sprotect.engine.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which store is meant, without any credential. */
public sealed interface StoreUrl {
    /** What goes into messages and reports. */
    String description();

    /**
     * A folder.
     *
     * @param path absolute path of the store's root
     */
    record Directory(Path path) implements StoreUrl {
        @Override
        public String description() {
            return path.toUri().toString();
        }
    }

    /**
     * A folder in an S3 bucket.
     *
     * @param bucket name of the bucket
     * @param prefix what every key begins with: empty, or a folder that ends in {@code /}
     * @param endpoint URL of the server, empty for AWS
     * @param region region to sign for
     * @param pathStyle whether the bucket goes into the path instead of the host name
     */
    record S3(String bucket, String prefix, String endpoint, String region, boolean pathStyle)
            implements StoreUrl, java.io.Serializable {
        @Override
        public String description() {
            String place = prefix.isEmpty() ? bucket : bucket + "/" + prefix.substring(0, prefix.length() - 1);
            return "s3://" + place + " at " + (endpoint.isEmpty() ? "AWS " + region : endpoint);
        }
    }

    /**
     * Reads {@code file:///path} or {@code s3://bucket/prefix?endpoint=…&region=…&pathStyle=true|false}.
     *
     * @throws StoreException {@code INVALID}; the message names every mistake and what is allowed
     */
    static StoreUrl parse(String text) {
        return StoreUrlParser.parse(text);
    }

    /**
     * An S3 address by its parts, each of which may be null or empty but the bucket's name.
     *
     * @param pathStyle null: as the endpoint needs it, true where there is one
     * @throws StoreException {@code INVALID}; the message names every mistake and what is allowed
     */
    static S3 s3(String bucket, String prefix, String endpoint, String region, Boolean pathStyle) {
        List<String> mistakes = new ArrayList<>();
        S3 url = new S3Parts(mistakes).read(plain(bucket), plain(prefix), plain(endpoint), plain(region), pathStyle);
        if (!mistakes.isEmpty()) {
            throw StoreException.invalid(String.join("; ", mistakes));
        }
        return url;
    }

    private static String plain(String text) {
        return text == null ? "" : text.trim();
    }
}
