package io.jenkins.plugins.k8sprotect.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.k8sprotect.engine.Protection;
import io.jenkins.plugins.k8sprotect.engine.app.Application;
import io.jenkins.plugins.k8sprotect.engine.app.ApplicationParser;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterAccess;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import io.jenkins.plugins.k8sprotect.engine.event.CancelToken;
import io.jenkins.plugins.k8sprotect.engine.event.EventSink;
import io.jenkins.plugins.k8sprotect.engine.result.OperationResult;
import io.jenkins.plugins.k8sprotect.engine.result.Outcome;
import io.jenkins.plugins.k8sprotect.engine.store.Store;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests that run in a Jenkins compile against the listed API. What the listing does not have, the test harness and its
 * browser, is in {@code src/test-jenkins-api} as far as they use it.
 */
class JenkinsTestsCompileTest {
    @TempDir
    private Path folder;

    @Test
    void tests_that_need_a_jenkins_compile_against_its_api() throws IOException {
        Path api = folder.resolve("api");
        new GeneratedApi(JenkinsApi.load(), api).write();

        assertThat(errors(api, sources("src/test-jenkins/java", "src/test-jenkins-api/java")))
                .isEmpty();
    }

    @Test
    void the_api_server_of_those_tests_is_enough_for_a_backup() throws Exception {
        Path kit = Path.of("src/test-jenkins/java/io/jenkins/plugins/k8sprotect/testkit/FakeApiServer.java");
        assertThat(errors(folder, List.of(kit))).isEmpty();
        URL[] classes = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes)) {
            Class<?> type = loader.loadClass("io.jenkins.plugins.k8sprotect.testkit.FakeApiServer");
            try (AutoCloseable server = (AutoCloseable) type.getMethod("start").invoke(null)) {
                OperationResult result =
                        backup((String) type.getMethod("kubeconfig").invoke(server));
                assertThat(result.outcome()).as("%s", result.findings()).isEqualTo(Outcome.SUCCEEDED);
                assertThat(result.totals()).containsEntry("captured", 2L);
                assertThat(result.identity()).isEqualTo("ci");
            }
        }
    }

    private OperationResult backup(String kubeconfig) {
        Application shop = ApplicationParser.parse("""
                apiVersion: protect.k8s.jenkins.io/v1
                kind: Application
                metadata:
                  name: shop
                spec:
                  namespaces: [shop]
                """, "app");
        ClusterAccess access = new ClusterLogin.Kubeconfig("credential kube", kubeconfig, null, List.of()).access();
        try (Store store = new StoreLogin.Directory(folder.resolve("store").toString()).open()) {
            return new Protection(EventSink.NONE, new CancelToken(), Clock.systemUTC()).backup(shop, access, store);
        }
    }

    @Test
    void what_the_api_does_not_have_does_not_compile() throws IOException {
        Path api = folder.resolve("api");
        new GeneratedApi(JenkinsApi.load(), api).write();
        Path wrong = folder.resolve("Wrong.java");
        Files.writeString(wrong, "class Wrong { Object o = new hudson.model.FreeStyleProject(1, 2, 3).noSuch(); }");

        assertThat(errors(api, List.of(wrong))).isNotEmpty();
    }

    private List<String> errors(Path api, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "--release",
                    "17",
                    "-d",
                    Files.createDirectories(folder.resolve("classes")).toString(),
                    "-cp",
                    api + File.pathSeparator + System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static List<Path> sources(String... roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                sources.addAll(files.filter(f -> f.toString().endsWith(".java")).toList());
            }
        }
        return sources;
    }
}
