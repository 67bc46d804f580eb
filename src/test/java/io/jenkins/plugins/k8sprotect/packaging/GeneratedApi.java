package io.jenkins.plugins.k8sprotect.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Class files of the listed API, to compile against. They cannot be run. The listing does not say which methods take any
 * number of arguments: every last array does here.
 */
final class GeneratedApi {
    private final JenkinsApi api;
    private final Path folder;
    private final List<ApiType> nestedTypes;

    GeneratedApi(JenkinsApi api, Path folder) {
        this.api = api;
        this.folder = folder;
        this.nestedTypes =
                api.types().stream().filter(t -> t.name().indexOf('$') > 0).toList();
    }

    /** Writes all of them. */
    void write() throws IOException {
        for (ApiType type : api.types()) {
            write(type.name(), bytes(type));
        }
        for (String exception : unlistedExceptions()) {
            ClassWriter writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, exception, null, "java/lang/Exception", null);
            writer.visitEnd();
            write(exception, writer.toByteArray());
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Those of other libraries that the API throws: a compiler wants to know what they are. */
    private List<String> unlistedExceptions() {
        return api.types().stream()
                .flatMap(type -> type.members().values().stream())
                .flatMap(member -> member.exceptions().stream())
                .distinct()
                .filter(name -> name.indexOf('/') > 0 && api.type(name).isEmpty())
                .filter(name -> ClassLoader.getSystemResource(name + ".class") == null)
                .toList();
    }

    private byte[] bytes(ApiType type) {
        ClassWriter writer = new ClassWriter(0);
        String signature = type.signature().isEmpty() ? null : type.signature();
        writer.visit(
                Opcodes.V17,
                access(type),
                type.name(),
                signature,
                type.isInterface() ? "java/lang/Object" : type.superName(),
                type.interfaces().toArray(new String[0]));
        nesting(writer, type);
        type.members().values().forEach(member -> add(writer, type, member));
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Its own place in the type around it, and those in it. */
    private void nesting(ClassWriter writer, ApiType type) {
        for (ApiType nested : nestedTypes) {
            int dollar = nested.name().lastIndexOf('$');
            boolean here = nested.name().equals(type.name()) || nested.name().startsWith(type.name() + "$");
            if (here || type.name().startsWith(nested.name() + "$")) {
                String outer = nested.name().substring(0, dollar);
                String inner = nested.name().substring(dollar + 1);
                int access = access(nested) & ~Opcodes.ACC_SUPER | modifiers(nested.modifiers());
                writer.visitInnerClass(nested.name(), outer, inner, access);
            }
        }
    }

    private static int access(ApiType type) {
        int kind =
                switch (type.kind()) {
                    case "interface" -> Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
                    case "annotation" -> Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
                    case "enum" -> Opcodes.ACC_ENUM | Opcodes.ACC_SUPER;
                    default -> Opcodes.ACC_SUPER;
                };
        int allowed = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT;
        return kind | Opcodes.ACC_PUBLIC | modifiers(type.modifiers()) & allowed;
    }

    private static void add(ClassWriter writer, ApiType type, ApiMember member) {
        int space = member.key().indexOf(' ');
        int access = modifiers(member.modifiers());
        if (space > 0) {
            String descriptor = member.key().substring(space + 1);
            writer.visitField(access, member.key().substring(0, space), descriptor, null, null);
            return;
        }
        int bracket = member.key().indexOf('(');
        String descriptor = member.key().substring(bracket);
        boolean any = descriptor.matches(".*\\[L[^;]+;\\).*");
        MethodVisitor method = writer.visitMethod(
                any ? access | Opcodes.ACC_VARARGS : access,
                member.key().substring(0, bracket),
                descriptor,
                member.signature().isEmpty() ? null : member.signature(),
                member.exceptions().toArray(new String[0]));
        if ((access & Opcodes.ACC_ABSTRACT) == 0) {
            method.visitCode();
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitInsn(Opcodes.ATHROW);
            method.visitMaxs(1, 255);
        }
        method.visitEnd();
    }

    private static int modifiers(Set<String> words) {
        int access = 0;
        List<String> names = List.of("public", "protected", "static", "final", "abstract");
        int[] flags = {
            Opcodes.ACC_PUBLIC, Opcodes.ACC_PROTECTED, Opcodes.ACC_STATIC, Opcodes.ACC_FINAL, Opcodes.ACC_ABSTRACT
        };
        for (int i = 0; i < flags.length; i++) {
            access |= words.contains(names.get(i)) ? flags[i] : 0;
        }
        return access;
    }
}
