package io.jenkins.plugins.k8sprotect.engine.app;

import io.jenkins.plugins.k8sprotect.engine.object.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a plain scalar of a manifest means to Kubernetes, whose reader (sigs.k8s.io/yaml) is one of YAML 1.1: {@code yes} is
 * true, and {@code 0644} is octal. In YAML 1.2 the latter is another number, and a file would get another mode.
 */
final class ManifestScalar {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");
    private static final Pattern OTHER_BASE =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+))");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    /** Of a number: no field needs more, and a long one costs time that grows with its square. */
    private static final int LONGEST = 100;
    /** JSON writes a number out without an exponent where it is small enough. */
    private static final int MOST_EXPONENT = 400;

    private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

    private ManifestScalar() {}

    /** Its value; none if it is a number that JSON does not have. */
    static Optional<JsonNode> of(String text) {
        if (NULL.contains(text)) {
            return Optional.of(NODES.nullNode());
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Optional.of(NODES.booleanNode(TRUE.contains(text)));
        }
        if (NO_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("_", "");
        boolean number = digits.length() <= LONGEST && !text.startsWith("_");
        return Optional.of(number ? number(digits).orElseGet(() -> NODES.stringNode(text)) : NODES.stringNode(text));
    }

    private static Optional<JsonNode> number(String digits) {
        if (DECIMAL.matcher(digits).matches()) {
            return Optional.of(NODES.numberNode(new BigInteger(digits)));
        }
        var other = OTHER_BASE.matcher(digits);
        if (other.matches()) {
            int group = other.group(2) != null ? 2 : other.group(3) != null ? 3 : 4;
            int radix = group == 2 ? 16 : group == 3 ? 2 : 8;
            return Optional.of(NODES.numberNode(new BigInteger(other.group(1) + other.group(group), radix)));
        }
        if (FLOAT.matcher(digits).matches()) {
            BigDecimal value = new BigDecimal(digits);
            if (Math.abs((long) value.scale()) <= MOST_EXPONENT) {
                return Optional.of(NODES.numberNode(value));
            }
        }
        return Optional.empty();
    }
}
