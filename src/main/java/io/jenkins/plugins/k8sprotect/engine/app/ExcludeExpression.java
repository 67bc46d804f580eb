package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.List;

/**
 * A rule in one line, for command lines and step parameters that leave objects out:
 *
 * <ul>
 *   <li>{@code KIND}: all of a kind, {@code Event}
 *   <li>{@code KIND/NAME}: of that name in any namespace, or cluster-scoped: {@code Secret/db},
 *       {@code ClusterRole/shop}
 *   <li>{@code KIND/NAMESPACE/NAME}: in that namespace, {@code Deployment.apps/shop/web-*}; all in it
 *       {@code Secret/shop/*}
 * </ul>
 *
 * Two parts are never a kind and a namespace. KIND is read as in a definition (see {@link KindPattern}), the other
 * parts may be globs.
 */
public final class ExcludeExpression {
    private static final String FORM =
            "; allowed: KIND, KIND/NAME (any namespace, or cluster-scoped) or KIND/NAMESPACE/NAME, such as Event,"
                    + " ClusterRole/shop-*, Deployment.apps/shop/web";

    private ExcludeExpression() {}

    /**
     * @return a rule whose {@link Rule#where} is {@code exclude} and the expression
     * @throws IllegalArgumentException if it is none; the message names the expression and what is allowed
     */
    public static Rule parse(String expression) {
        String[] parts = expression.split("/", -1);
        if (parts.length > 3) {
            throw wrong(expression, "has " + parts.length + " parts" + FORM);
        }
        for (String part : parts) {
            if (part.isBlank()) {
                throw wrong(expression, (parts.length == 1 ? "is empty" : "has an empty part") + FORM);
            }
        }
        try {
            return new Rule(
                    "exclude " + expression,
                    List.of(KindPattern.parse(parts[0])),
                    parts.length < 2 ? List.of() : List.of(new NamePattern(parts[parts.length - 1])),
                    LabelSelector.EVERYTHING,
                    parts.length < 3 ? List.of() : List.of(NamePattern.ofNamespace(parts[1])));
        } catch (IllegalArgumentException e) {
            throw wrong(expression, e.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String expression, String message) {
        return new IllegalArgumentException("exclude " + Quote.of(expression) + ": " + message);
    }
}
