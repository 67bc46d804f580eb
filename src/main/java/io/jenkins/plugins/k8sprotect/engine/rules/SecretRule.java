package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Token Secrets of service accounts: a made one is left to the cluster; a hand-made one comes back empty, and the token
 * controller fills it for the account's new uid.
 */
final class SecretRule implements RestoreRule {
    private static final String UID = "kubernetes.io/service-account.uid";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    @Override
    public String id() {
        return "secret";
    }

    @Override
    public String reason() {
        return "A service account token is valid for one account in one cluster only.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.SECRET);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        if (!KubeObject.text(object.json(), "type").equals("kubernetes.io/service-account-token")) {
            return;
        }
        String account = object.annotations().getOrDefault(ACCOUNT, "");
        if (object.name().matches(java.util.regex.Pattern.quote(account) + "-token-[a-z0-9]{5}")) {
            context.skip("a token that the cluster made for ServiceAccount " + account);
            return;
        }
        object.removeFromMetadataMap("annotations", UID);
        if (object.json().get("data") instanceof ObjectNode data) {
            List.of("token", "ca.crt", "namespace").forEach(data::remove);
            if (data.isEmpty()) {
                object.json().remove("data");
            }
        }
    }

    @Override
    public void carryOver(KubeObject live, KubeObject desired) {
        if (live.annotations().containsKey(UID)) {
            KubeObject.child(desired.metadata(), "annotations")
                    .put(UID, live.annotations().get(UID));
            if (live.json().get("data") instanceof ObjectNode data) {
                data.properties()
                        .forEach(e -> KubeObject.child(desired.json(), "data").putIfAbsent(e.getKey(), e.getValue()));
            }
        }
    }
}
