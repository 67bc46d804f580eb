package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;

/** Drops references to token Secrets that the cluster made, and keeps an untouched {@code default} account out. */
final class ServiceAccountRule implements RestoreRule {
    private static final Set<String> OWN_CONTENT =
            Set.of("secrets", "imagePullSecrets", "automountServiceAccountToken");

    @Override
    public String id() {
        return "service-account";
    }

    @Override
    public String reason() {
        return "Token Secrets are made by each cluster; an unchanged default account comes with every namespace.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.SERVICE_ACCOUNT);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (object.json().get("secrets") instanceof ArrayNode secrets) {
            for (int i = secrets.size() - 1; i >= 0; i--) {
                String name = KubeObject.text(secrets.get(i), "name");
                if (name.startsWith(object.name() + "-token-") || name.startsWith(object.name() + "-dockercfg-")) {
                    secrets.remove(i);
                }
            }
            if (secrets.isEmpty()) {
                object.json().remove("secrets");
            }
        }
        if (object.name().equals("default")
                && object.labels().isEmpty()
                && object.annotations().isEmpty()
                && OWN_CONTENT.stream().noneMatch(f -> object.json().has(f))) {
            context.skip("the default account, unchanged: every namespace is given one");
        }
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (!desired.json().has("secrets") && live.json().has("secrets")) {
            desired.json().set("secrets", live.json().get("secrets").deepCopy());
        }
    }
}
