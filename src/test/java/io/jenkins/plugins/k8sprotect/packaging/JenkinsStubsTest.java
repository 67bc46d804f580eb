package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class JenkinsStubsTest {

    private static final JenkinsApi API = JenkinsApi.load();

    private final StubComparison comparison =
            new StubComparison(API, TestResources.properties("/jenkins-api/annotation-retention.properties"));

    @Test
    void everyStubAgreesWithTheApi() {
        Map<String, byte[]> stubs = BuiltClasses.stubs();

        assertThat(stubs).isNotEmpty();
        assertThat(stubs.values().stream().flatMap(s -> comparison.differences(s).stream()))
                .isEmpty();
    }

    @Test
    void aStubOfATypeThatDoesNotExistIsFound() {
        assertThat(comparison.differences(type(Opcodes.ACC_PUBLIC, "hudson/NoSuchThing", "java/lang/Object")))
                .containsExactly("hudson/NoSuchThing: no such type in the API");
    }

    @Test
    void aWrongKindSuperClassAndModifierAreFound() {
        assertThat(comparison.differences(
                        type(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "hudson/ExtensionPoint", "java/lang/Thread")))
                .containsExactly(
                        "hudson/ExtensionPoint: kind is class, in the API interface",
                        "hudson/ExtensionPoint: modifiers is [final, public], in the API [abstract, public]",
                        "hudson/ExtensionPoint: super class is java/lang/Thread, in the API java/lang/Object");
    }

    @Test
    void aMethodThatDoesNotExistOrIsNotStaticIsFound() {
        ClassWriter stub = writer(Opcodes.ACC_PUBLIC, "hudson/Util", "java/lang/Object");
        stub.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE,
                "fixEmpty",
                "(Ljava/lang/String;)Ljava/lang/String;",
                null,
                null);
        stub.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE, "mend", "()V", null, null);

        assertThat(comparison.differences(stub.toByteArray()))
                .containsExactly(
                        "hudson/Util: fixEmpty(Ljava/lang/String;)Ljava/lang/String; modifiers is [public], in the API [public, static]",
                        "hudson/Util: mend()V is not in the API");
    }

    @Test
    void aMissingRetentionIsFound() {
        ClassWriter stub = new ClassWriter(0);
        stub.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ANNOTATION,
                "org/kohsuke/stapler/DataBoundSetter",
                null,
                "java/lang/Object",
                new String[] {"java/lang/annotation/Annotation"});

        assertThat(comparison.differences(stub.toByteArray()))
                .containsExactly("org/kohsuke/stapler/DataBoundSetter: retention is CLASS, in the API RUNTIME");
    }

    @Test
    void theListingIsReadWhole() {
        ApiType run = API.type("hudson/model/Run").orElseThrow();

        assertThat(API.size()).isEqualTo(3741);
        assertThat(run.superName()).isEqualTo("hudson/model/Actionable");
        assertThat(run.interfaces()).contains("java/lang/Comparable", "jenkins/console/WithConsoleUrl");
        assertThat(run.member("ARTIFACTS Lhudson/security/Permission;").modifiers())
                .isEqualTo(ClassFile.modifiers(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL));
        assertThat(run.member("<init>(Lhudson/model/Job;)V").exceptions()).containsExactly("java/io/IOException");
        assertThat(API.type("hudson/FilePath$FileCallable").orElseThrow().modifiers())
                .containsExactly("abstract", "public", "static");
    }

    private static byte[] type(int access, String name, String superName) {
        return writer(access, name, superName).toByteArray();
    }

    private static ClassWriter writer(int access, String name, String superName) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access, name, null, superName, new String[0]);
        return writer;
    }
}
