package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.file;
import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static com.cloudbees.plugins.credentials.CredentialsForTests.login;
import static com.cloudbees.plugins.credentials.CredentialsForTests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.model.Item;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.JenkinsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.verb.POST;
import org.springframework.security.access.AccessDeniedException;

/** What a form tells, and to whom. */
@SuppressWarnings("try") // The context is closed, and of no other use.
class FormPermissionsTest {
    private final GivenJenkins given = new GivenJenkins();
    private final KubeconfigCluster.DescriptorImpl kubeconfig = new KubeconfigCluster.DescriptorImpl();

    @BeforeEach
    void credentials() {
        keep(file("kube", "kind: Config"));
        keep("team", file("kube-team", "kind: Config"));
        keep("other", file("kube-other", "kind: Config"));
        keep(text("token", "t0ken"));
        keep(login("keys", "AKIA", "hunter2"));
    }

    @AfterEach
    void close() {
        given.close();
    }

    static Stream<Method> webMethods() {
        return Stream.concat(
                        GivenJenkins.DESCRIPTORS.stream().map(Object::getClass),
                        Stream.of(K8sProtectConfiguration.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().matches("do[A-Z].*"));
    }

    @ParameterizedTest
    @MethodSource("webMethods")
    void every_method_that_the_web_reaches_wants_a_post(Method method) {
        assertThat(method.isAnnotationPresent(POST.class)).as("%s", method).isTrue();
    }

    @ParameterizedTest
    @MethodSource("webMethods")
    void who_may_only_run_builds_learns_nothing(Method method) throws Exception {
        given.configuration.setClusters(List.of(new NamedClusterEntry("prod", new KubeconfigCluster("kube"))));
        for (Item item : Arrays.asList(given.job, null)) {
            Object answer = asked(method, GivenJenkins.RUNNER, item, "no-such");
            if (answer instanceof ListBoxModel model && !method.getName().equals("doFillPathStyleItems")) {
                assertThat(model).extracting(o -> o.value).containsExactly("no-such");
            } else if (answer instanceof FormValidation validation) {
                assertThat(validation.kind).isEqualTo(FormValidation.Kind.OK);
            }
        }
    }

    static Stream<Method> connectionTests() {
        return webMethods().filter(method -> method.getName().equals("doTestConnection"));
    }

    @ParameterizedTest
    @MethodSource("connectionTests")
    void who_may_not_configure_has_nothing_tried_out(Method method) throws Exception {
        for (String user : List.of(GivenJenkins.RUNNER, GivenJenkins.VIEWER)) {
            assertThat(asked(method, user, given.job, "x")).isInstanceOf(AccessDeniedException.class);
            assertThat(asked(method, user, null, "x")).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(asked(method, GivenJenkins.DEVELOPER, null, "x")).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("connectionTests")
    void who_may_configure_is_told_what_is_wrong(Method method) throws Exception {
        Object answer = asked(method, GivenJenkins.ADMIN, null, "x");

        assertThat(answer).isInstanceOfSatisfying(FormValidation.class, validation -> assertThat(validation.kind)
                .isEqualTo(FormValidation.Kind.ERROR));
    }

    /** What it returns or throws, with the text for each of its texts. */
    private Object asked(Method method, String user, Item item, String text) throws Exception {
        Object target = GivenJenkins.DESCRIPTORS.stream()
                .map(Object.class::cast)
                .filter(d -> d.getClass() == method.getDeclaringClass())
                .findFirst()
                .orElse(given.configuration);
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Item.class ? item : text)
                .toArray();
        try (ACLContext who = JenkinsForTests.as(user)) {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @Test
    void credentials_are_listed_by_type_and_folder_to_who_may_see_them() {
        assertThat(listed(GivenJenkins.VIEWER, given.job)).containsExactly("", "kube-team", "kube", "gone");
        assertThat(listed(GivenJenkins.ADMIN, null)).containsExactly("", "kube", "gone");
        assertThat(listed(GivenJenkins.VIEWER, null)).containsExactly("gone");
        assertThat(listed(GivenJenkins.DEVELOPER, null)).containsExactly("gone");
    }

    private List<String> listed(String user, Item item) {
        try (ACLContext who = JenkinsForTests.as(user)) {
            return kubeconfig.doFillCredentialsIdItems(item, "gone").stream()
                    .map(o -> o.value)
                    .toList();
        }
    }

    @Test
    void a_credential_is_checked_for_who_may_list_them() {
        try (ACLContext who = JenkinsForTests.as(GivenJenkins.VIEWER)) {
            assertThat(kubeconfig.doCheckCredentialsId(given.job, "kube-team").kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(kubeconfig.doCheckCredentialsId(given.job, "${WHICH}").kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(kubeconfig.doCheckCredentialsId(given.job, "token"))
                    .hasMessage("credentialsId: 'token' is a Secret text; needed is a Secret file");
            assertThat(kubeconfig.doCheckCredentialsId(given.job, "kube-other"))
                    .hasMessageContaining("there is no credential 'kube-other'; team/a/deploy can use those");
        }
    }

    @Test
    void the_fields_of_a_bucket_are_checked_one_by_one() {
        S3Storage.DescriptorImpl s3 = new S3Storage.DescriptorImpl();
        try (ACLContext who = JenkinsForTests.as(GivenJenkins.ADMIN)) {
            assertThat(s3.doCheckBucket(null, "b")).hasMessageStartingWith("bucket 'b' is no bucket name");
            assertThat(s3.doCheckBucket(null, "backups").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(s3.doCheckPrefix(null, "../x")).hasMessageStartingWith("prefix: ");
            assertThat(s3.doCheckEndpoint(null, "s3.example.org")).hasMessageStartingWith("endpoint is no URL");
            assertThat(s3.doCheckRegion(null, "", "")).hasMessageStartingWith("region is missing");
            assertThat(s3.doCheckRegion(null, "", "https://s3.example.org").kind)
                    .isEqualTo(FormValidation.Kind.OK);
        }
    }

    @Test
    void names_are_offered_to_who_may_see_the_item() throws Exception {
        given.configuration.setClusters(List.of(
                new NamedClusterEntry("prod", new KubeconfigCluster("kube")),
                new NamedClusterEntry("dr", new KubeconfigCluster("kube"))));
        NamedCluster.DescriptorImpl named = new NamedCluster.DescriptorImpl();

        try (ACLContext who = JenkinsForTests.as(GivenJenkins.VIEWER)) {
            assertThat(named.doFillNameItems(given.job, "dr"))
                    .extracting(o -> o.value)
                    .containsExactly("prod", "dr");
        }
    }

    @Test
    void a_directory_of_the_controller_is_looked_at_for_the_administrator_alone() {
        DirectoryStorage.DescriptorImpl directory = new DirectoryStorage.DescriptorImpl();
        try (ACLContext who = JenkinsForTests.as(GivenJenkins.DEVELOPER)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> directory.doTestConnection(given.job, "/etc"));
        }
    }

    @Test
    void a_command_that_runs_anything_is_warned_of() {
        try (ACLContext who = JenkinsForTests.as(GivenJenkins.ADMIN)) {
            assertThat(given.configuration.doCheckAllowedExecCommandLines(
                            "aws\n/bin/sh\nC:\\a b\\pwsh\nbash -c /x\npython3 /opt/login.py"))
                    .hasMessageStartingWith("/bin/sh, C:\\a b\\pwsh, bash -c /x: runs whatever its arguments say")
                    .satisfies(v -> assertThat(v.kind).isEqualTo(FormValidation.Kind.WARNING));
            assertThat(given.configuration.doCheckAllowedExecCommandLines("aws").kind)
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(given.configuration.doCheckMaxConcurrentOnController("65"))
                    .hasMessageContaining("allowed is a number from 1 to 64");
        }
    }
}
