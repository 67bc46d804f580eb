package io.jenkins.plugins.k8sprotect.engine.app;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One requirement of a label selector, with the meaning that Kubernetes gives it (apimachinery, {@code pkg/labels}).
 *
 * @param key label key
 * @param operator how its value is judged
 * @param values operands, sorted and without duplicates; none for the two operators of existence
 */
public record LabelRequirement(String key, Operator operator, List<String> values) implements Serializable {
    /** Operators of both of Kubernetes' forms. */
    public enum Operator {
        /** The label is there with one of the values. */
        IN,
        /** The label is not there, or with none of the values. */
        NOT_IN,
        /** The label is there. */
        EXISTS,
        /** The label is not there. */
        DOES_NOT_EXIST,
        /** The label is there, an integer, and greater than the value. In the text form alone. */
        GREATER_THAN,
        /** The label is there, an integer, and less than the value. In the text form alone. */
        LESS_THAN
    }

    /**
     * @throws IllegalArgumentException if key or values are not what Kubernetes allows with the operator; the message
     *     says which and what is allowed
     */
    public LabelRequirement {
        values = values.stream().sorted().distinct().toList();
        if (!LabelSyntax.isKey(key)) {
            throw new IllegalArgumentException(
                    "found " + Quote.of(key) + " as a label key; allowed: a name of up to 63 of A-Z, a-z, 0-9, -, _"
                            + " and . (first and last a letter or digit), with an optional prefix"
                            + " such as example.com/");
        }
        checkNumber(key, operator, values.size());
        values.forEach(value -> checkValue(key, operator, value));
    }

    private static void checkNumber(String key, Operator operator, int number) {
        boolean right =
                switch (operator) {
                    case IN, NOT_IN -> number > 0;
                    case EXISTS, DOES_NOT_EXIST -> number == 0;
                    case GREATER_THAN, LESS_THAN -> number == 1;
                };
        if (!right) {
            throw new IllegalArgumentException("label " + Quote.of(key)
                    + switch (operator) {
                        case IN, NOT_IN -> ": no values given; at least one is needed";
                        case EXISTS, DOES_NOT_EXIST -> ": values given; a test of existence has none";
                        case GREATER_THAN, LESS_THAN -> ": exactly one number is needed";
                    });
        }
    }

    private static void checkValue(String key, Operator operator, String value) {
        if (!LabelSyntax.isValue(value)) {
            throw new IllegalArgumentException("label " + Quote.of(key) + ": found " + Quote.of(value)
                    + " as a value; allowed: nothing, or up to 63 of A-Z, a-z, 0-9, -, _ and . (first and last a letter"
                    + " or digit)");
        }
        if ((operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN) && integer(value) == null) {
            throw new IllegalArgumentException(
                    "label " + Quote.of(key) + ": found " + Quote.of(value) + "; > and < need an integer");
        }
    }

    public boolean matches(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER_THAN -> integer(value) != null && integer(value) > integer(values.get(0));
            case LESS_THAN -> integer(value) != null && integer(value) < integer(values.get(0));
        };
    }

    private static Long integer(String value) {
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** In Kubernetes' text form: {@code app=shop}, {@code tier in (a,b)}, {@code !x}. */
    @Override
    public String toString() {
        String list = values.stream().collect(Collectors.joining(",", "(", ")"));
        return switch (operator) {
            case IN -> values.size() == 1 ? key + "=" + values.get(0) : key + " in " + list;
            case NOT_IN -> values.size() == 1 ? key + "!=" + values.get(0) : key + " notin " + list;
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
            case GREATER_THAN -> key + ">" + values.get(0);
            case LESS_THAN -> key + "<" + values.get(0);
        };
    }
}
