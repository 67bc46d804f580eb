package io.jenkins.plugins.k8sprotect.engine.app;

import java.util.List;

/**
 * Whether an object is part of an application, and why.
 *
 * @param verdict the decision
 * @param rules the rules that made it, all that matched; empty where none did (no include rules, the exclude label, …)
 * @param reason a short text for reports: {@code spec.include[0]}, {@code label k8s-protect.jenkins.io/exclude}
 */
public record Decision(Verdict verdict, List<Rule> rules, String reason) {
    /** The kinds of decision. */
    public enum Verdict {
        /** Part of the application. */
        INCLUDED,
        /** Selected, but left out by an exclude rule or by its own label. */
        EXCLUDED,
        /** Not selected by anything. */
        NOT_SELECTED
    }

    public Decision {
        rules = List.copyOf(rules);
    }

    public boolean included() {
        return verdict == Verdict.INCLUDED;
    }
}
