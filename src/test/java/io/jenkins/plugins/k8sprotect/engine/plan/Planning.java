package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.OwnerReference;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.rules.NormalForm;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backup and a target, and the plan from the one to the other. */
final class Planning {
    private final Map<IndexRow, KubeObject> backup = new LinkedHashMap<>();
    private final Map<ObjectKey, LiveObject> present = new HashMap<>();
    private final Map<ResourceType, ResourceType> servedAs = new HashMap<>();
    private final Set<String> unserved = new HashSet<>();
    private final RuleBook rules = RuleBook.standard();
    private RestoreOptions options = RestoreOptions.defaults();

    Planning backup(IndexRow row, String content) {
        KubeObject body = Rows.body(row, content);
        for (OwnerReference owner : row.owners()) {
            body.metadata()
                    .withArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", owner.apiVersion())
                    .put("kind", owner.kind())
                    .put("name", owner.name())
                    .put("uid", owner.uid());
        }
        backup.put(row, body);
        return this;
    }

    /** The object is on the target, with this content. */
    Planning present(IndexRow row, String content) {
        KubeObject live = Rows.body(row, content);
        String digest = NormalForm.digest(NormalForm.ofLive(live, rules, RuleContext.Facts.inPlace(k -> false)));
        return present(row.key(), new LiveObject("live-" + row.uid(), digest, false));
    }

    Planning present(ObjectKey key, LiveObject object) {
        present.put(key, object);
        return this;
    }

    Planning unserved(String kind) {
        unserved.add(kind);
        return this;
    }

    Planning servedAs(ResourceType recorded, ResourceType served) {
        servedAs.put(recorded, served);
        return this;
    }

    Planning with(RestoreOptions wanted) {
        options = wanted;
        return this;
    }

    RestorePlan plan() {
        return plan(new ArrayList<>(backup.keySet()));
    }

    /** The plan when the rows come in this order. */
    RestorePlan plan(List<IndexRow> order) {
        TargetState target = new TargetState(present, this::served, kind -> false, Set.of());
        Planner planner = new Planner(order, options, target, rules);
        order.forEach(row -> planner.consider(row, backup.get(row).copy()));
        return planner.finish();
    }

    private Optional<ResourceType> served(ResourceType type) {
        return unserved.contains(type.kind()) ? Optional.empty() : Optional.of(servedAs.getOrDefault(type, type));
    }
}
