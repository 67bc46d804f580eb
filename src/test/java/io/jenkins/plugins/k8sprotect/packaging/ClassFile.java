package io.jenkins.plugins.k8sprotect.packaging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class file declares, in the listing's own terms, so that the two compare. */
final class ClassFile extends ClassVisitor {

    private final Map<String, ApiMember> members = new LinkedHashMap<>();
    private final Set<String> annotations = new LinkedHashSet<>();
    private final Map<String, String> enumValues = new HashMap<>();
    private String name;
    private int access;
    private int nestedAccess = -1;
    private String signature;
    private String superName;
    private List<String> interfaces;

    private ClassFile() {
        super(Opcodes.ASM9);
    }

    static ClassFile read(byte[] bytes) {
        ClassFile file = new ClassFile();
        new ClassReader(bytes).accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return file;
    }

    /** The type with its public and protected members, those that the compiler made for itself left out. */
    ApiType declared() {
        Map<String, ApiMember> shown = new LinkedHashMap<>(members);
        shown.values().removeIf(m -> m.is("synthetic") || !(m.is("public") || m.is("protected")));
        int flags = nestedAccess >= 0 ? nestedAccess : access;
        Set<String> modifiers = modifiers(flags);
        return new ApiType(name, kind(), modifiers, superName, interfaces, signature, annotations, "", shown);
    }

    /** Every method and field, private and synthetic ones too. */
    Map<String, ApiMember> members() {
        return members;
    }

    String name() {
        return name;
    }

    String superName() {
        return superName;
    }

    List<String> interfaces() {
        return interfaces;
    }

    boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Whether the class carries the annotation with this internal name. */
    boolean has(String annotation) {
        return annotations.contains("L" + annotation + ";");
    }

    /** The policy of the Retention annotation: CLASS where there is none. */
    String retention() {
        return enumValues.getOrDefault("Ljava/lang/annotation/RetentionPolicy;", "CLASS");
    }

    private String kind() {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return "annotation";
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return "interface";
        }
        return (access & Opcodes.ACC_ENUM) != 0 ? "enum" : "class";
    }

    static Set<String> modifiers(int access) {
        Set<String> words = new TreeSet<>();
        Map.of(
                        "public", Opcodes.ACC_PUBLIC,
                        "protected", Opcodes.ACC_PROTECTED,
                        "private", Opcodes.ACC_PRIVATE,
                        "static", Opcodes.ACC_STATIC,
                        "final", Opcodes.ACC_FINAL,
                        "abstract", Opcodes.ACC_ABSTRACT,
                        "synthetic", Opcodes.ACC_SYNTHETIC)
                .forEach((word, flag) -> {
                    if ((access & flag) != 0) {
                        words.add(word);
                    }
                });
        return words;
    }

    @Override
    public void visit(int version, int flags, String named, String generic, String parent, String[] supers) {
        name = named;
        access = flags;
        signature = generic == null ? "" : generic;
        superName = parent;
        interfaces = List.of(supers);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simple, int flags) {
        if (inner.equals(name)) {
            nestedAccess = flags;
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(descriptor);
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visitEnum(String element, String type, String value) {
                enumValues.put(type, value);
            }
        };
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String generic, Object value) {
        String key = field + " " + descriptor;
        members.put(key, new ApiMember(key, modifiers(flags), "", Set.of()));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String generic, String[] thrown) {
        String key = method + descriptor;
        Set<String> exceptions = thrown == null ? Set.of() : new TreeSet<>(List.of(thrown));
        members.put(key, new ApiMember(key, modifiers(flags), generic == null ? "" : generic, exceptions));
        return null;
    }
}
