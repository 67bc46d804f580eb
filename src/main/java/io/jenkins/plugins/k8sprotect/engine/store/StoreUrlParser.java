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

/** Reads store URLs and collects every mistake before it refuses one. */
final class StoreUrlParser {
    private static final String FORMS =
            "file:///path or s3://bucket/prefix?endpoint=https://…&region=…&pathStyle=true|false";
    private static final Set<String> S3_PARAMETERS = new TreeSet<>(List.of("endpoint", "region", "pathStyle"));

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
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String pathStyle = parameters.get("pathStyle");
        if (pathStyle != null && !pathStyle.equals("true") && !pathStyle.equals("false")) {
            mistakes.add("pathStyle is '" + pathStyle + "'; allowed are true and false");
        }
        StoreUrl.S3 url = new S3Parts(mistakes)
                .read(
                        bucket,
                        uri.getPath() == null ? "" : uri.getPath(),
                        parameters.getOrDefault("endpoint", ""),
                        parameters.getOrDefault("region", ""),
                        pathStyle == null ? null : Boolean.valueOf(pathStyle));
        refuseIfWrong();
        return url;
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

    private void refuseIfWrong() {
        if (!mistakes.isEmpty()) {
            throw StoreException.invalid("store URL: " + String.join("; ", mistakes));
        }
    }
}
