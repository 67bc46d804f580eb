package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.app.Rule;
import io.jenkins.plugins.k8sprotect.engine.archive.IndexRow;
import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.KubeObject;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectHeader;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import io.jenkins.plugins.k8sprotect.engine.result.Finding;
import io.jenkins.plugins.k8sprotect.engine.rules.NormalForm;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleBook;
import io.jenkins.plugins.k8sprotect.engine.rules.RuleContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a plan out of a backup's objects, given one by one. One instance, one plan; not thread-safe. */
public final class Planner {
    private static final ResourceType NAMESPACE =
            new ResourceType(GroupKind.core("Namespace"), "v1", "namespaces", false);
    private static final GroupKind DEFINITION = new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");

    private static final String DELETING = "the present one is being deleted; the restore waits until it is gone";

    private final RestoreOptions options;
    private final TargetState target;
    private final RuleBook rules;
    private final Stages stages;
    private final Set<String> definitions = new HashSet<>();
    private final RuleContext.Facts facts;
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> neededNamespaces = new TreeSet<>();
    private final Set<String> plannedNamespaces = new HashSet<>();
    private final Set<ResourceType> unserved = new HashSet<>();

    public Planner(List<IndexRow> rows, RestoreOptions options, TargetState target, RuleBook rules) {
        this.options = options;
        this.target = target;
        this.rules = rules;
        this.stages = new Stages(rows);
        rows.stream().filter(r -> r.type().groupKind().equals(DEFINITION)).forEach(r -> definitions.add(r.name()));
        Set<String> owners = new HashSet<>(stages.ownerUids());
        owners.addAll(target.livingOwners());
        this.facts = new RuleContext.Facts(options.namespaceMap(), Set.copyOf(owners), target.statusIsContent());
    }

    /** What the rules may know; a restore transforms objects with the same. */
    public RuleContext.Facts facts() {
        return facts;
    }

    /** Decides about one object of the backup. */
    public void consider(IndexRow row, KubeObject body) {
        ObjectKey wanted = targetKey(row);
        Optional<Rule> excluded = excludedBy(row, body);
        if (excluded.isPresent()) {
            add(
                    row,
                    wanted,
                    row.type(),
                    Action.SKIP,
                    "excluded by " + excluded.get().where());
            return;
        }
        Optional<ResourceType> type = typeOnTarget(row.type());
        if (type.isEmpty()) {
            notServed(row, wanted);
            return;
        }
        RuleContext context = new RuleContext(facts);
        rules.apply(body, context);
        if (context.skipReason() != null) {
            add(row, wanted, type.get(), Action.SKIP, context.skipReason());
            return;
        }
        findings.addAll(context.findings());
        body.json()
                .put(
                        "apiVersion",
                        type.get().apiVersion()); // As it will be written, to be compared with what is there.
        need(wanted);
        compare(row, wanted, type.get(), body);
    }

    /** The plan over all that was considered. */
    public RestorePlan finish() {
        for (String namespace : neededNamespaces) {
            ObjectKey key = NAMESPACE.key("", namespace);
            Optional<LiveObject> live = target.find(key);
            if (!plannedNamespaces.contains(namespace)
                    && (live.isEmpty() || live.get().deleting())) {
                steps.add(new PlanStep(
                        null,
                        "",
                        key,
                        NAMESPACE,
                        Action.CREATE,
                        "not in the backup, but needed" + (live.isEmpty() ? "" : "; " + DELETING),
                        Waves.of(NAMESPACE.groupKind()) * Stages.PER_WAVE,
                        List.of()));
            }
        }
        collisions();
        if (steps.isEmpty()) {
            findings.add(Finding.failure("nothing-to-restore", null, "the backup holds no object"));
        }
        return new RestorePlan(steps, findings);
    }

    /** Two namespaces of the backup may end in one, where one is mapped to the other. */
    private void collisions() {
        Set<ObjectKey> seen = new HashSet<>();
        Set<ObjectKey> twice = new TreeSet<>();
        steps.stream()
                .filter(s -> s.action() != Action.SKIP && !seen.add(s.target()))
                .forEach(s -> twice.add(s.target()));
        steps.replaceAll(s -> s.action() != Action.SKIP && twice.contains(s.target())
                ? new PlanStep(
                        s.source(),
                        s.sourceUid(),
                        s.target(),
                        s.type(),
                        Action.CONFLICT,
                        "several objects of the backup would become this one",
                        s.stage(),
                        List.of())
                : s);
        twice.forEach(key -> findings.add(Finding.failure(
                "collision",
                key,
                "several objects of the backup would become this one; map their namespaces apart, or exclude one")));
    }

    private void compare(IndexRow row, ObjectKey wanted, ResourceType type, KubeObject body) {
        Optional<LiveObject> live = target.find(wanted);
        if (live.isEmpty()) {
            add(row, wanted, type, Action.CREATE, "");
        } else if (live.get().deleting()) {
            add(row, wanted, type, Action.CREATE, DELETING);
        } else if (live.get().digest().isEmpty()) {
            add(
                    row,
                    wanted,
                    type,
                    Action.SKIP,
                    "the caller may not read it; it is taken as present and stays as it is");
        } else if (live.get().digest().equals(NormalForm.digest(NormalForm.ofWanted(body)))) {
            add(row, wanted, type, Action.UNCHANGED, "");
        } else {
            different(row, wanted, type);
        }
    }

    private void different(IndexRow row, ObjectKey wanted, ResourceType type) {
        if (isShared(wanted)) {
            add(row, wanted, type, Action.SKIP, "cluster-scoped, present and different; a clone does not change it");
            findings.add(Finding.attention(
                    "shared-object-kept",
                    wanted,
                    "is present and different, and stays as it is: the application that was cloned may use it; what the"
                            + " clone needs of it must be added by hand"));
            return;
        }
        switch (options.conflict()) {
            case REPLACE -> add(row, wanted, type, Action.REPLACE, "");
            case SKIP -> add(row, wanted, type, Action.SKIP, "present and different; it stays as it is");
            case FAIL -> {
                add(row, wanted, type, Action.CONFLICT, "present and different");
                findings.add(Finding.failure(
                        "conflict",
                        wanted,
                        "is present and different; restore with conflict replace or skip, or exclude it"));
            }
        }
    }

    /** With mapped namespaces, what has no namespace is shared with the application that the backup was made of. */
    private boolean isShared(ObjectKey wanted) {
        return !options.namespaceMap().isEmpty()
                && options.conflict() == ConflictPolicy.REPLACE
                && !wanted.isNamespaced()
                && !(wanted.groupKind().equals(NAMESPACE.groupKind())
                        && options.namespaceMap().containsValue(wanted.name()));
    }

    private void notServed(IndexRow row, ObjectKey wanted) {
        add(row, wanted, row.type(), Action.CONFLICT, "the target does not serve " + row.type());
        if (unserved.add(row.type())) {
            findings.add(Finding.failure(
                    "kind-not-served",
                    null,
                    "the target does not serve " + row.type() + " (" + wanted
                            + " and others of the kind): install its CRD or operator first, or exclude the kind"));
        }
    }

    /** A kind whose CRD is in the backup is served by the time it is needed. */
    private Optional<ResourceType> typeOnTarget(ResourceType type) {
        Optional<ResourceType> served = target.served().apply(type);
        return served.isPresent() || !definitions.contains(type.resource() + "." + type.group())
                ? served
                : Optional.of(type);
    }

    private void need(ObjectKey wanted) {
        if (wanted.isNamespaced()) {
            neededNamespaces.add(wanted.namespace());
        } else if (wanted.groupKind().equals(NAMESPACE.groupKind())) {
            plannedNamespaces.add(wanted.name());
        }
    }

    private ObjectKey targetKey(IndexRow row) {
        if (row.type().groupKind().equals(NAMESPACE.groupKind())) {
            return row.key().named(options.mapped(row.name()));
        }
        return row.type().namespaced() ? row.key().inNamespace(options.mapped(row.namespace())) : row.key();
    }

    private Optional<Rule> excludedBy(IndexRow row, KubeObject body) {
        if (options.excludes().isEmpty()) {
            return Optional.empty();
        }
        ObjectHeader header = new ObjectHeader(
                row.type(),
                row.namespace(),
                row.name(),
                row.uid(),
                body.labels(),
                body.annotations(),
                row.owners(),
                false);
        return options.excludes().stream().filter(r -> r.matches(header)).findFirst();
    }

    private void add(IndexRow row, ObjectKey wanted, ResourceType type, Action action, String reason) {
        steps.add(new PlanStep(row.key(), row.uid(), wanted, type, action, reason, stages.of(row), List.of()));
    }
}
