package io.jenkins.plugins.k8sprotect.packaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the plugin's class files will link in Jenkins: what they refer to is there, with that descriptor, accessible, and
 * what they extend is extended rightly.
 */
final class ReferenceCheck {

    private static final List<String> JENKINS =
            List.of("hudson/", "jenkins/", "org/jenkinsci/", "org/kohsuke/", "com/cloudbees/", "io/jenkins/plugins/");

    private final JenkinsApi api;
    private final Map<String, ClassFile> own = new HashMap<>();
    private final Map<String, byte[]> classes;

    /** @param classes the plugin's own class files by internal name */
    ReferenceCheck(JenkinsApi api, Map<String, byte[]> classes) {
        this.api = api;
        this.classes = classes;
        classes.forEach((name, bytes) -> own.put(name, ClassFile.read(bytes)));
    }

    /** Everything that Jenkins would answer with a LinkageError; empty if nothing. */
    List<String> problems() {
        List<String> found = new ArrayList<>();
        classes.forEach((name, bytes) -> {
            References references = References.of(bytes);
            for (String type : references.types()) {
                if (isJenkins(type) && api.type(type).isEmpty()) {
                    found.add(name + " refers to " + type + ", which is not in the API");
                }
            }
            for (References.Member member : references.members()) {
                checkMember(found, name, member);
            }
            new InheritanceCheck(api, own).check(own.get(name), found);
        });
        return found;
    }

    /** The libraries and plugins of the listing that the classes refer to. */
    Set<String> artifacts() {
        Set<String> artifacts = new TreeSet<>();
        for (byte[] bytes : classes.values()) {
            for (String type : References.of(bytes).types()) {
                api.type(type).map(ApiType::artifact).ifPresent(artifacts::add);
            }
        }
        return artifacts;
    }

    private boolean isJenkins(String type) {
        return !own.containsKey(type)
                && !type.startsWith(BuiltClasses.OWN)
                && JENKINS.stream().anyMatch(type::startsWith);
    }

    private void checkMember(List<String> found, String from, References.Member member) {
        String owner = listedOwner(member);
        if (owner == null || api.type(owner).isEmpty()) {
            return;
        }
        String what = from + " uses " + member.owner() + " " + member.key();
        ApiMember real = resolve(owner, member.key());
        if (real == null) {
            if (!inherited(owner, member.key())) {
                found.add(what + ", which is not in the API");
            }
        } else if (real.is("static") != member.isStatic()) {
            found.add(what + (member.isStatic() ? " as static, which it is not" : " as not static, which it is"));
        } else if (real.is("protected") && !real.is("public") && !isSubclass(from, owner)) {
            found.add(what + ", which is protected, and it is no subclass");
        }
    }

    /** The first type, upwards from the owner, that is not the plugin's own; null if the plugin itself declares the member. */
    private String listedOwner(References.Member member) {
        String owner = member.owner();
        while (own.containsKey(owner)) {
            ClassFile file = own.get(owner);
            if (file.members().containsKey(member.key())) {
                return null;
            }
            owner = file.superName();
        }
        return owner;
    }

    private ApiMember resolve(String owner, String key) {
        for (ApiType type : api.lineage(owner)) {
            ApiMember member = type.member(key);
            if (member != null && (type.name().equals(owner) || !key.startsWith("<init>"))) {
                return member;
            }
        }
        return null;
    }

    /** Whether a super type outside the listing, of Java or of a library, declares it. */
    private boolean inherited(String owner, String key) {
        if (key.startsWith("<init>")) {
            return false;
        }
        Set<String> outside = new HashSet<>(Set.of("java/lang/Object"));
        for (ApiType type : api.lineage(owner)) {
            outside.add(type.superName());
            outside.addAll(type.interfaces());
        }
        outside.removeIf(name -> api.type(name).isPresent());
        return outside.stream().anyMatch(name -> LoadedTypes.declares(name, key));
    }

    private boolean isSubclass(String from, String owner) {
        String outer = from;
        for (String at = outer; own.containsKey(at); at = own.get(at).superName()) {
            String parent = own.get(at).superName();
            for (ApiType type : api.lineage(parent)) {
                if (type.name().equals(owner)) {
                    return true;
                }
            }
        }
        return false;
    }
}
