package io.jenkins.plugins.k8sprotect.engine.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads store URLs and collects every mistake before it refuses one. */
final class StoreUrlParser {
    private static final String FORMS =
            "file:///path or s3://bucket/prefix?endpoint=https://…&region=…&pathStyle=true|false";
    private static final Set<String> S3_PARAMETERS = new TreeSet<>(List.of("endpoint", "region", "pathStyle"));
    /** Section "General purpose bucket naming rules" of the S3 user guide, and capitals that old servers allow. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final List<String> mistakes = new ArrayList<>();

    private StoreUrlParser() {}

    static StoreUrl parse(String text) {
        return new StoreUrlParser().read(text);
    }

    private StoreUrl read(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // The exception quotes its input, where someone may have put a password.
            throw StoreException.invalid(
                    "store URL: " + e.getReason() + " at position " + e.getIndex() + "; allowed are " + FORMS);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (authority.contains("@")) {
            throw StoreException.invalid("store URL: holds a user or a password, which would show in logs; "
                    + "give credentials apart, such as in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        if (uri.getRawFragment() != null) {
            mistakes.add("'#' has no meaning here");
        }
        return switch (scheme) {
            case "file" -> directory(uri, authority);
            case "s3" -> s3(uri, authority);
            default ->
                throw StoreException.invalid("store URL: scheme '" + scheme + "' is unknown; allowed are " + FORMS);
        };
    }

    private StoreUrl directory(URI uri, String authority) {
        if (!authority.isEmpty()) {
            mistakes.add("'" + authority + "' stands where a host would; an absolute path has three slashes: file:///"
                    + authority + uri.getPath());
        }
        if (uri.getRawQuery() != null) {
            mistakes.add("a directory has no parameters");
        }
        if (uri.getPath() == null || !uri.getPath().startsWith("/")) {
            mistakes.add("the path is not absolute");
        }
        refuseIfWrong();
        return new StoreUrl.Directory(Path.of(uri.getPath()).normalize());
    }

    private StoreUrl s3(URI uri, String bucket) {
        if (!BUCKET.matcher(bucket).matches()) {
            mistakes.add("bucket '" + bucket + "' is no bucket name (3 to 63 letters, digits, '.', '_', '-')");
        }
        String prefix = prefix(uri.getPath() == null ? "" : uri.getPath());
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String endpoint = endpoint(parameters.getOrDefault("endpoint", ""));
        String region = parameters.getOrDefault("region", endpoint.isEmpty() ? "" : "us-east-1");
        if (!REGION.matcher(region).matches()) {
            mistakes.add(
                    region.isEmpty() ? "region is missing, as in region=eu-central-1" : "region is no region name");
        }
        String pathStyle = parameters.getOrDefault("pathStyle", endpoint.isEmpty() ? "false" : "true");
        if (!pathStyle.equals("true") && !pathStyle.equals("false")) {
            mistakes.add("pathStyle is '" + pathStyle + "'; allowed are true and false");
        }
        refuseIfWrong();
        return new StoreUrl.S3(bucket, prefix, endpoint, region, pathStyle.equals("true"));
    }

    private String prefix(String path) {
        String trimmed = path.replaceAll("^/|/$", "");
        try {
            return trimmed.isEmpty() ? "" : StoreKeys.check(trimmed) + "/";
        } catch (StoreException e) {
            mistakes.add("prefix: " + e.getMessage());
            return "";
        }
    }

    private Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            if (!S3_PARAMETERS.contains(name)) {
                mistakes.add("parameter '" + name + "' is unknown; allowed are " + String.join(", ", S3_PARAMETERS));
            } else if (parameters.put(name, value) != null) {
                mistakes.add("parameter '" + name + "' is given twice");
            }
        }
        return parameters;
    }

    private String endpoint(String text) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null) {
                mistakes.add("endpoint holds a user or a password; give credentials apart");
            } else if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) || uri.getHost() == null) {
                mistakes.add("endpoint is no URL such as https://s3.example.org:9000");
            } else if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                mistakes.add("endpoint has parameters of its own; write '&' before region and pathStyle, not '?'");
            }
        } catch (URISyntaxException e) {
            mistakes.add("endpoint is no URL: " + e.getReason());
        }
        return text;
    }

    private void refuseIfWrong() {
        if (!mistakes.isEmpty()) {
            throw StoreException.invalid("store URL: " + String.join("; ", mistakes));
        }
    }
}
