package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class JenkinsReferencesTest {

    private static final JenkinsApi API = JenkinsApi.load();
    private static final String WRONG = BuiltClasses.OWN + "steps/Wrong";

    @Test
    void everythingThePluginRefersToIsInTheApi() {
        Map<String, byte[]> own = BuiltClasses.own();

        assertThat(new ReferenceCheck(API, own).problems()).isEmpty();
    }

    @Test
    void thePluginRefersToTheStepApi() {
        assertThat(new ReferenceCheck(API, BuiltClasses.own()).artifacts())
                .anyMatch(a -> a.startsWith("jenkins-core"))
                .contains("workflow-step-api");
    }

    @Test
    void aMethodThatDoesNotExistIsFound() {
        assertThat(problemsOf(
                        "java/lang/Object",
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKESTATIC, "hudson/Util", "mend", "(Ljava/lang/String;)V", false)))
                .containsExactly(WRONG + " uses hudson/Util mend(Ljava/lang/String;)V, which is not in the API");
    }

    @Test
    void aMethodWithAnotherReturnTypeIsFound() {
        assertThat(problemsOf(
                        "java/lang/Object",
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKEVIRTUAL, "hudson/model/Run", "getParent", "()Ljava/lang/Object;", false)))
                .containsExactly(
                        WRONG + " uses hudson/model/Run getParent()Ljava/lang/Object;, which is not in the API");
    }

    @Test
    void aStaticCallOfAnInstanceMethodIsFound() {
        assertThat(problemsOf(
                        "java/lang/Object",
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKESTATIC, "hudson/FilePath", "getRemote", "()Ljava/lang/String;", false)))
                .containsExactly(
                        WRONG + " uses hudson/FilePath getRemote()Ljava/lang/String; as static, which it is not");
    }

    @Test
    void aFieldThatDoesNotExistIsFound() {
        assertThat(problemsOf(
                        "java/lang/Object",
                        code -> code.visitFieldInsn(
                                Opcodes.GETSTATIC, "hudson/model/Result", "MIXED", "Lhudson/model/Result;")))
                .containsExactly(
                        WRONG + " uses hudson/model/Result MIXED Lhudson/model/Result;, which is not in the API");
    }

    @Test
    void aTypeThatDoesNotExistIsFound() {
        assertThat(problemsOf("java/lang/Object", code -> code.visitTypeInsn(Opcodes.NEW, "jenkins/model/Jenkinz")))
                .containsExactly(WRONG + " refers to jenkins/model/Jenkinz, which is not in the API");
    }

    @Test
    void aProtectedMethodOfAStrangerIsFound() {
        String constructor = "(Lorg/jenkinsci/plugins/workflow/steps/StepContext;)V";

        assertThat(problemsOf(
                        "java/lang/Object",
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKESPECIAL,
                                "org/jenkinsci/plugins/workflow/steps/StepExecution",
                                "<init>",
                                constructor,
                                false)))
                .containsExactly(WRONG + " uses org/jenkinsci/plugins/workflow/steps/StepExecution <init>" + constructor
                        + ", which is protected, and it is no subclass");
    }

    @Test
    void aMethodInheritedFromTheApiThroughTheOwnTypeThatDoesNotExistIsFound() {
        assertThat(problemsOf(
                        "hudson/AbortException",
                        code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, WRONG, "getReason", "()V", false)))
                .containsExactly(WRONG + " uses " + WRONG + " getReason()V, which is not in the API");
    }

    @Test
    void aMethodInheritedFromJavaIsNotMistakenForAMissingOne() {
        assertThat(problemsOf("hudson/AbortException", code -> {
                    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, WRONG, "getMessage", "()Ljava/lang/String;", false);
                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "hudson/model/TaskListener", "hashCode", "()I", true);
                }))
                .isEmpty();
    }

    @Test
    void anAbstractMethodThatIsNotImplementedIsFound() {
        assertThat(problemsOf("org/jenkinsci/plugins/workflow/steps/StepDescriptor", code -> {}))
                .containsExactlyInAnyOrder(
                        WRONG + " does not implement org/jenkinsci/plugins/workflow/steps/StepDescriptor"
                                + " getFunctionName()Ljava/lang/String;",
                        WRONG + " does not implement org/jenkinsci/plugins/workflow/steps/StepDescriptor"
                                + " getRequiredContext()Ljava/util/Set;");
    }

    @Test
    void anOverriddenFinalMethodIsFound() {
        ClassWriter writer = writer("org/jenkinsci/plugins/workflow/steps/StepDescriptor", Opcodes.ACC_ABSTRACT);
        writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE, "getMetaStepArgumentType", "()Ljava/lang/Class;", null, null);

        assertThat(problems(writer))
                .containsExactly(WRONG + " overrides org/jenkinsci/plugins/workflow/steps/StepDescriptor"
                        + " getMetaStepArgumentType()Ljava/lang/Class;, which is final");
    }

    private static List<String> problemsOf(String superName, Consumer<MethodVisitor> code) {
        ClassWriter writer = writer(superName, 0);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "go", "()V", null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(2, 1);
        method.visitEnd();
        return problems(writer);
    }

    private static ClassWriter writer(String superName, int access) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | access, WRONG, null, superName, new String[0]);
        return writer;
    }

    private static List<String> problems(ClassWriter writer) {
        return new ReferenceCheck(API, Map.of(WRONG, writer.toByteArray())).problems();
    }
}
