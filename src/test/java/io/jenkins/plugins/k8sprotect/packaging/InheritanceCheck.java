package io.jenkins.plugins.k8sprotect.packaging;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a class that extends Jenkins' types implements what is abstract there and overrides nothing final. A stub may
 * leave such methods out, so the compiler cannot tell.
 */
final class InheritanceCheck {

    private final JenkinsApi api;
    private final Map<String, ClassFile> own;

    InheritanceCheck(JenkinsApi api, Map<String, ClassFile> own) {
        this.api = api;
        this.own = own;
    }

    void check(ClassFile file, List<String> found) {
        Set<String> implemented = new HashSet<>();
        Set<String> above = new LinkedHashSet<>();
        for (ClassFile at = file; at != null; at = own.get(at.superName())) {
            at.members().forEach((key, member) -> {
                if (!member.is("abstract") && !member.is("static")) {
                    implemented.add(key);
                }
            });
            above.add(at.superName());
            above.addAll(at.interfaces());
        }
        for (String parent : above) {
            for (ApiType type : api.lineage(parent)) {
                type.members().values().forEach(member -> checkMember(file, type, member, implemented, found));
            }
        }
    }

    private static void checkMember(
            ClassFile file, ApiType type, ApiMember member, Set<String> implemented, List<String> found) {
        String key = member.key();
        if (member.is("final") && file.members().containsKey(key) && key.contains("(")) {
            found.add(file.name() + " overrides " + type.name() + " " + key + ", which is final");
        } else if (!member.is("abstract")) {
            implemented.add(key);
        } else if (!file.isAbstract() && !implemented.contains(key)) {
            found.add(file.name() + " does not implement " + type.name() + " " + key);
        }
    }
}
