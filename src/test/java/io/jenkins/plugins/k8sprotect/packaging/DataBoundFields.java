package io.jenkins.plugins.k8sprotect.packaging;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The fields that Jenkins binds in a class: its data-bound constructor's parameters and its data-bound setters. */
final class DataBoundFields extends ClassVisitor {

    private static final String CONSTRUCTOR = "Lorg/kohsuke/stapler/DataBoundConstructor;";
    private static final String SETTER = "Lorg/kohsuke/stapler/DataBoundSetter;";

    private final Set<String> names = new TreeSet<>();
    private boolean dataBound;
    private int parameters;
    private int namedParameters;

    private DataBoundFields() {
        super(Opcodes.ASM9);
    }

    static DataBoundFields of(byte[] bytes) {
        DataBoundFields fields = new DataBoundFields();
        new ClassReader(bytes).accept(fields, ClassReader.SKIP_CODE);
        return fields;
    }

    boolean isDataBound() {
        return dataBound;
    }

    /** Whether the compiler kept the constructor's parameter names, by which Jenkins binds. */
    boolean hasParameterNames() {
        return parameters == namedParameters;
    }

    Set<String> names() {
        return names;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
            private final Set<String> parameterNames = new TreeSet<>();

            @Override
            public void visitParameter(String parameter, int flags) {
                parameterNames.add(parameter);
            }

            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                if (annotation.equals(CONSTRUCTOR)) {
                    dataBound = true;
                    parameters = Type.getArgumentTypes(descriptor).length;
                    namedParameters = parameterNames.size();
                    names.addAll(parameterNames);
                } else if (annotation.equals(SETTER)) {
                    names.add(Character.toLowerCase(name.charAt("set".length())) + name.substring("set".length() + 1));
                }
                return null;
            }
        };
    }
}
