package io.jenkins.plugins.k8sprotect.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares a stub, as compiled, with the type that it stands for. A stub may leave members out; what it has must be right. */
final class StubComparison {

    private final JenkinsApi api;
    private final Map<String, String> retentions;

    /** @param retentions of annotations, by class name: the listing does not have them */
    StubComparison(JenkinsApi api, Map<String, String> retentions) {
        this.api = api;
        this.retentions = retentions;
    }

    /** Every difference, each naming the type and the member; empty if there is none. */
    List<String> differences(byte[] stub) {
        ClassFile file = ClassFile.read(stub);
        ApiType mine = file.declared();
        if (!mine.modifiers().contains("public") && !mine.modifiers().contains("protected")) {
            return List.of(); // A stub's own helper, which nobody else can name.
        }
        return api.type(mine.name())
                .map(real -> differences(file, mine, real))
                .orElseGet(() -> mine.members().isEmpty() && api.isNamedAsInterface(mine.name())
                        ? List.of()
                        : List.of(mine.name() + ": no such type in the API"));
    }

    private List<String> differences(ClassFile file, ApiType mine, ApiType real) {
        List<String> found = new ArrayList<>();
        compare(found, mine.name() + ": kind", mine.kind(), real.kind());
        compare(found, mine.name() + ": modifiers", mine.modifiers(), real.modifiers());
        compare(found, mine.name() + ": super class", mine.superName(), real.superName());
        compare(found, mine.name() + ": interfaces", mine.interfaces(), real.interfaces());
        compare(found, mine.name() + ": signature", mine.signature(), real.signature());
        for (String annotation : mine.annotations()) {
            if (!real.annotations().contains(annotation)) {
                found.add(mine.name() + ": annotation " + annotation + " is not in the API");
            }
        }
        if (mine.kind().equals("annotation")) {
            String retention = retentions.get(mine.name().replace('/', '.'));
            compare(found, mine.name() + ": retention", file.retention(), retention);
        }
        for (ApiMember member : mine.members().values()) {
            compareMember(found, mine.name() + ": " + member.key(), member, real.member(member.key()));
        }
        return found;
    }

    private static void compareMember(List<String> found, String what, ApiMember mine, ApiMember real) {
        if (real == null) {
            found.add(what + " is not in the API");
            return;
        }
        compare(found, what + " modifiers", mine.modifiers(), real.modifiers());
        compare(found, what + " exceptions", mine.exceptions(), real.exceptions());
        if (!mine.key().contains(" ")) {
            compare(found, what + " signature", mine.signature(), real.signature());
        }
    }

    private static void compare(List<String> found, String what, Object mine, Object real) {
        if (!Objects.equals(mine, real)) {
            found.add(what + " is " + mine + ", in the API " + real);
        }
    }
}
