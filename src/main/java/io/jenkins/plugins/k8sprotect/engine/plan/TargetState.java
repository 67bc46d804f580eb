package io.jenkins.plugins.k8sprotect.engine.plan;

import io.jenkins.plugins.k8sprotect.engine.object.GroupKind;
import io.jenkins.plugins.k8sprotect.engine.object.ObjectKey;
import io.jenkins.plugins.k8sprotect.engine.object.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The target as it was when the plan was made.
 *
 * @param objects the present objects, of those that the backup may touch
 * @param served the type in which the target serves a backed-up type, if it does
 * @param statusIsContent kinds whose status is plain content there
 * @param livingOwners uids of owners that are not in the backup but live there
 */
public record TargetState(
        Map<ObjectKey, LiveObject> objects,
        Function<ResourceType, Optional<ResourceType>> served,
        Predicate<GroupKind> statusIsContent,
        Set<String> livingOwners) {

    public Optional<LiveObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }
}
