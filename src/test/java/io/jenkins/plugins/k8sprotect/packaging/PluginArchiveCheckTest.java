package io.jenkins.plugins.k8sprotect.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Shows each check of the archive failing on something small and wrong. */
class PluginArchiveCheckTest {

    private static final String STEP = BuiltClasses.OWN + "steps/Step";

    @Test
    void anEmptyArchiveLacksEverything() {
        assertThat(new PluginArchiveCheck(Map.of()).problems())
                .contains(
                        "the manifest of the archive has no Plugin-Dependencies",
                        "no library zstd-jni-.*",
                        PluginArchiveCheck.OWN_JAR + " is missing");
    }

    @Test
    void classesThatJenkinsBringsAreFoundInWhateverJar() throws IOException {
        byte[] jar = zip(Map.of("org/slf4j/Logger.class", new byte[0], "io/netty/Channel.class", new byte[0]));

        assertThat(new PluginArchiveCheck(Map.of("WEB-INF/lib/innocent-1.0.jar", jar)).problems())
                .contains("WEB-INF/lib/innocent-1.0.jar holds classes of netty, slf4j");
    }

    @Test
    void aLibraryInTwoVersionsIsFound() throws IOException {
        byte[] jar = zip(Map.of());

        assertThat(new PluginArchiveCheck(Map.of("WEB-INF/lib/s3-2.1.jar", jar, "WEB-INF/lib/s3-2.2.jar", jar))
                        .problems())
                .contains("s3-2.2.jar is there in another version too");
    }

    @Test
    void classesOutsideTheLibrariesAreFound() {
        assertThat(new PluginArchiveCheck(Map.of("WEB-INF/classes/hudson/Util.class", new byte[0])).problems())
                .contains("WEB-INF/classes/hudson/Util.class lies outside WEB-INF/lib");
    }

    @Test
    void theCommandLineInThePluginIsFound() throws IOException {
        String main = BuiltClasses.OWN + "cli/Main.class";
        byte[] jar = zip(Map.of(main, type("cli/Main").toByteArray()));

        assertThat(new PluginArchiveCheck(Map.of(PluginArchiveCheck.OWN_JAR, jar)).problems())
                .contains(main + " belongs to the command line");
    }

    @Test
    void aStubInThePluginsJarIsFound() {
        assertThat(problems("hudson/Util.class", new byte[0]))
                .containsExactly("hudson/Util.class is not the plugin's own");
    }

    @Test
    void anExtensionThatIsNotIndexedIsFound() {
        assertThat(problems(STEP + ".class", annotated("steps/Step", "Lhudson/Extension;")))
                .containsExactly(
                        "META-INF/annotations/hudson.Extension lacks io.jenkins.plugins.k8sprotect.steps.Step");
    }

    @Test
    void aSymbolThatIsNotIndexedIsFound() {
        assertThat(problems(STEP + ".class", annotated("steps/Step", "Lorg/jenkinsci/Symbol;")))
                .containsExactly(
                        "META-INF/services/annotations/org.jenkinsci.Symbol names [], classes with a symbol are"
                                + " [io.jenkins.plugins.k8sprotect.steps.Step]");
    }

    @Test
    void anIndexedSymbolThatDoesNotExistIsFound() {
        assertThat(problems("META-INF/services/annotations/org.jenkinsci.Symbol", "gone.Step\n".getBytes(UTF_8)))
                .containsExactly(
                        "META-INF/services/annotations/org.jenkinsci.Symbol names [gone.Step], classes with a symbol are []");
    }

    @Test
    void aFormThatDoesNotEscapeIsFound() {
        assertThat(problems(STEP + "/config.jelly", "<j:jelly/>".getBytes(UTF_8)))
                .containsExactly(STEP + "/config.jelly does not begin with <?jelly escape-by-default='true'?>");
    }

    @Test
    void missingFormsHelpAndParameterNamesAreFound() {
        assertThat(problems(STEP + ".class", dataBound()))
                .containsExactly(
                        STEP + " was compiled without parameter names",
                        STEP + "/config.jelly is missing",
                        STEP + "/help.html is missing or empty",
                        STEP + "/help-app.html is missing or empty",
                        STEP + "/config.jelly has no field app");
    }

    @Test
    void undeclaredUnknownAndTooNewPluginsAreFound() {
        var dependencies = new PluginDependencies("credentials:1500.v1,unheard-of:1.0;resolution:=optional");

        assertThat(dependencies.problems(
                        Set.of("structs", "jenkins-core-2.516.3", "symbol-annotation-1.24"),
                        Map.of("credentials", "1487.v2")))
                .containsExactlyInAnyOrder(
                        "classes of structs are used, but the manifest does not depend on it",
                        "classes of structs are used, but the manifest does not depend on it",
                        "credentials 1500.v1 is newer than 1487.v2",
                        "unheard-of: version in the oldest supported Jenkins is not known");
    }

    private static List<String> problems(String path, byte[] content) {
        return new PluginClassesCheck(Map.of(path, content)).problems();
    }

    private static ClassWriter type(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, BuiltClasses.OWN + name, null, "java/lang/Object", new String[0]);
        return writer;
    }

    private static byte[] annotated(String name, String annotation) {
        ClassWriter writer = type(name);
        writer.visitAnnotation(annotation, true).visitEnd();
        return writer.toByteArray();
    }

    /** A class with a data-bound constructor, whose parameter's name the compiler did not keep, and a setter. */
    private static byte[] dataBound() {
        ClassWriter writer = type("steps/Step");
        MethodVisitor constructor =
                writer.visitMethod(Opcodes.ACC_NATIVE, "<init>", "(Ljava/lang/String;)V", null, null);
        constructor
                .visitAnnotation("Lorg/kohsuke/stapler/DataBoundConstructor;", true)
                .visitEnd();
        MethodVisitor setter = writer.visitMethod(Opcodes.ACC_NATIVE, "setApp", "(Ljava/lang/String;)V", null, null);
        setter.visitAnnotation("Lorg/kohsuke/stapler/DataBoundSetter;", true).visitEnd();
        return writer.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
