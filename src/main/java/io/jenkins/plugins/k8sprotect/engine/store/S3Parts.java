package io.jenkins.plugins.k8sprotect.engine.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the parts of an S3 address, wherever they were written, and fills in what was left out. */
final class S3Parts {
    /** Section "General purpose bucket naming rules" of the S3 user guide, and capitals that old servers allow. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int LONGEST_SHOWN = 80;

    private final List<String> mistakes;

    /** @param mistakes where each mistake is added: parameter, what was found, what is allowed */
    S3Parts(List<String> mistakes) {
        this.mistakes = mistakes;
    }

    /** The address, of use only if no mistake was added. */
    StoreUrl.S3 read(String bucket, String prefix, String endpoint, String region, Boolean pathStyle) {
        if (!BUCKET.matcher(bucket).matches()) {
            mistakes.add("bucket '" + shown(bucket) + "' is no bucket name (3 to 63 letters, digits, '.', '_', '-')");
        }
        String folder = folder(prefix);
        checkEndpoint(endpoint);
        return new StoreUrl.S3(
                bucket,
                folder,
                endpoint,
                region(region, endpoint),
                pathStyle == null ? !endpoint.isEmpty() : pathStyle.booleanValue());
    }

    private String folder(String prefix) {
        String trimmed = prefix.replaceAll("^/|/$", "");
        try {
            return trimmed.isEmpty() ? "" : StoreKeys.check(trimmed) + "/";
        } catch (StoreException e) {
            mistakes.add("prefix: " + e.getMessage());
            return "";
        }
    }

    private String region(String given, String endpoint) {
        String region = given.isEmpty() && !endpoint.isEmpty() ? "us-east-1" : given;
        if (region.isEmpty()) {
            mistakes.add("region is missing, as in region=eu-central-1");
        } else if (!REGION.matcher(region).matches()) {
            mistakes.add("region '" + shown(region) + "' is no region name (letters, digits, '-')");
        }
        return region;
    }

    /** Its text is not repeated: someone may have put a password into it. */
    private void checkEndpoint(String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null || text.contains("@")) {
                mistakes.add("endpoint holds a user or a password; give credentials apart");
            } else if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) || uri.getHost() == null) {
                mistakes.add("endpoint is no URL such as https://s3.example.org:9000");
            } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                mistakes.add("endpoint has parameters of its own ('?' or '#'); allowed is a URL such as"
                        + " https://s3.example.org:9000; in a store URL, '&' parts region and pathStyle from it");
            }
        } catch (URISyntaxException e) {
            mistakes.add("endpoint is no URL: " + e.getReason());
        }
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "…";
    }
}
