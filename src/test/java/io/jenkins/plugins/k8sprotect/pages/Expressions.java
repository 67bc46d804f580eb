package io.jenkins.plugins.k8sprotect.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl.ExpressionFactory;
import org.apache.commons.jexl.JexlContext;
import org.apache.commons.jexl.JexlHelper;

/** The expressions of a view: what stands in {@code ${…}}; {@code ${%Text}} is the text itself. */
final class Expressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    private Expressions() {}

    /** The value of an attribute that is one expression, or its text. */
    static Object value(String text, Map<String, Object> variables) {
        Matcher only = EXPRESSION.matcher(text);
        return only.matches() ? evaluate(only.group(1), variables) : text(text, variables, value -> value);
    }

    /** The text with its expressions evaluated, and what they gave escaped. */
    static String text(String text, Map<String, Object> variables, UnaryOperator<String> escape) {
        Matcher expressions = EXPRESSION.matcher(text);
        StringBuilder out = new StringBuilder();
        int end = 0;
        while (expressions.find()) {
            out.append(escape.apply(text.substring(end, expressions.start())));
            Object value = evaluate(expressions.group(1), variables);
            out.append(value == null ? "" : escape.apply(value.toString()));
            end = expressions.end();
        }
        return out.append(escape.apply(text.substring(end))).toString();
    }

    /** A name that is not known is a mistake here, where Jenkins would write nothing. */
    private static Object evaluate(String expression, Map<String, Object> variables) {
        if (expression.startsWith("%")) {
            return expression.substring(1);
        }
        JexlContext context = JexlHelper.createContext();
        context.setVars(new HashMap<>(variables));
        try {
            Object value = ExpressionFactory.createExpression(expression).evaluate(context);
            if (value == null) {
                throw new AssertionError("${" + expression + "} is nothing");
            }
            return value;
        } catch (Exception e) {
            throw new AssertionError("${" + expression + "}: " + e.getMessage(), e);
        }
    }
}
