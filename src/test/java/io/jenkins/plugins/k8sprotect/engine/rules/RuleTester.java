package io.jenkins.plugins.k8sprotect.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.Samples;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import java.util.Map;
import java.util.Set;

/** Applies one rule to an object that is written in JSON with single quotes. */
final class RuleTester {
    /** Another cluster, nothing mapped, no owner restored, every kind with a status subresource. */
    static final RuleContext.Facts ELSEWHERE = new RuleContext.Facts(Map.of(), Set.of(), kind -> false);

    private final RestoreRule rule;
    private final RuleContext.Facts facts;

    RuleTester(RestoreRule rule) {
        this(rule, ELSEWHERE);
    }

    RuleTester(RestoreRule rule, RuleContext.Facts facts) {
        this.rule = rule;
        this.facts = facts;
    }

    static RuleContext.Facts mapping(String from, String to) {
        return new RuleContext.Facts(Map.of(from, to), Set.of(), kind -> false);
    }

    void becomes(String before, String after) {
        RuleContext context = new RuleContext(facts);
        assertThat(apply(before, context).json()).isEqualTo(Samples.json(after));
        assertThat(context.skipReason()).isNull();
    }

    void leaves(String json) {
        becomes(json, json);
    }

    /** Why the object is kept out. */
    String skips(String json) {
        RuleContext context = new RuleContext(facts);
        apply(json, context);
        assertThat(context.skipReason()).as("reason to skip").isNotNull();
        return context.skipReason();
    }

    void carriesOver(String live, String desired, String result) {
        KubeObject object = Samples.object(desired);
        rule.carryOver(Samples.object(live), object);
        assertThat(object.json()).isEqualTo(Samples.json(result));
    }

    Finding tells(String json) {
        RuleContext context = new RuleContext(facts);
        apply(json, context);
        assertThat(context.findings()).hasSize(1);
        return context.findings().get(0);
    }

    private KubeObject apply(String json, RuleContext context) {
        KubeObject object = Samples.object(json);
        GroupKind kind = object.groupKind();
        assertThat(rule.concerns(kind)).as("%s concerns %s", rule.id(), kind).isTrue();
        rule.apply(object, context);
        return object;
    }
}
