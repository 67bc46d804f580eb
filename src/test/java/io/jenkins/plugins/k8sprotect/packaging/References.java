package io.jenkins.plugins.k8sprotect.packaging;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Every class, field and method that a class file refers to. */
final class References extends ClassVisitor {

    /** A field or method as the class file names it; its owner may have inherited it. */
    record Member(String owner, String key, boolean isStatic) {}

    private final Set<String> types = new LinkedHashSet<>();
    private final Set<Member> members = new LinkedHashSet<>();

    private References() {
        super(Opcodes.ASM9);
    }

    static References of(byte[] bytes) {
        References references = new References();
        new ClassReader(bytes).accept(references, ClassReader.SKIP_DEBUG);
        return references;
    }

    /** Internal names of the types, those in descriptors and annotations too. */
    Set<String> types() {
        return types;
    }

    Set<Member> members() {
        return members;
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> types.add(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {} // a primitive refers to nothing
        }
    }

    private void descriptor(String descriptor) {
        type(Type.getType(descriptor));
    }

    private void owner(String internalName) {
        if (internalName != null) {
            type(Type.getObjectType(internalName));
        }
    }

    private void owners(String[] internalNames) {
        if (internalNames != null) {
            for (String name : internalNames) {
                owner(name);
            }
        }
    }

    private void method(String owner, String name, String descriptor, boolean isStatic) {
        owner(owner);
        descriptor(descriptor);
        members.add(new Member(owner, name + descriptor, isStatic));
    }

    private void field(String owner, String name, String descriptor, boolean isStatic) {
        owner(owner);
        descriptor(descriptor);
        members.add(new Member(owner, name + " " + descriptor, isStatic));
    }

    private void handle(Handle handle) {
        int tag = handle.getTag();
        if (tag <= Opcodes.H_PUTSTATIC) {
            boolean isStatic = tag == Opcodes.H_GETSTATIC || tag == Opcodes.H_PUTSTATIC;
            field(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic);
        } else {
            method(handle.getOwner(), handle.getName(), handle.getDesc(), tag == Opcodes.H_INVOKESTATIC);
        }
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner(superName);
        owners(interfaces);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        descriptor(descriptor);
        return null;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        descriptor(descriptor);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return References.this.visitAnnotation(annotation, visible);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        descriptor(descriptor);
        owners(thrown);
        return new Code();
    }

    /** The instructions that refer to something. */
    private final class Code extends MethodVisitor {

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return References.this.visitAnnotation(descriptor, visible);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return References.this.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            method(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            field(owner, name, descriptor, opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            owner(type);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            owner(type);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            handle(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        private void constant(Object value) {
            if (value instanceof Type type) {
                type(type);
            } else if (value instanceof Handle handle) {
                handle(handle);
            }
        }
    }
}
