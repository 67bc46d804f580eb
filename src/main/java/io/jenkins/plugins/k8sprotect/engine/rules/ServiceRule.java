package io.jenkins.plugins.k8sprotect.engine.rules;

import io.jenkins.plugins.k8sprotect.engine.object.FieldOwners;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes away what the cluster allocated: cluster IPs (unless the Service is headless), node ports that nobody chose, the
 * health check port. The server keeps the present ones when a replacement does not name them.
 */
final class ServiceRule implements RestoreRule {
    @Override
    public String id() {
        return "service";
    }

    @Override
    public String reason() {
        return "Cluster IPs and node ports are allocated by each cluster; only the ones that a user chose come back.";
    }

    @Override
    public boolean concerns(GroupKind kind) {
        return kind.equals(Kinds.SERVICE);
    }

    @Override
    public void apply(KubeObject object, RuleContext context) {
        ObjectNode spec = object.spec();
        if (spec == null) {
            return;
        }
        if (!"None".equals(KubeObject.text(spec, "clusterIP"))) {
            spec.remove("clusterIP");
            spec.remove("clusterIPs");
        }
        spec.remove("healthCheckNodePort");
        Set<String> chosen = FieldOwners.recorded(object).chosenNodePorts();
        for (JsonNode port : KubeObject.elements(spec.get("ports"))) {
            if (port instanceof ObjectNode p && !chosen.contains(FieldOwners.portKey(p))) {
                p.remove("nodePort");
            }
        }
    }
}
