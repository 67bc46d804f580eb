package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static com.cloudbees.plugins.credentials.CredentialsForTests.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.k8sprotect.engine.store.StoreCredentials;
import io.jenkins.plugins.k8sprotect.engine.store.StoreLogin;
import io.jenkins.plugins.k8sprotect.engine.store.StoreUrl;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageChoicesTest {
    private final GivenJenkins given = new GivenJenkins();

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void a_bucket_is_opened_as_the_user_of_its_credential() throws Exception {
        keep(login("keys", "AKIA", "hunter2"));
        S3Storage storage = new S3Storage("backups", "keys");
        storage.setPrefix("team/prod");
        storage.setEndpoint("https://s3.example.org");

        assertThat(storage.open(given.onController()).login())
                .isEqualTo(new StoreLogin.S3(
                        new StoreUrl.S3("backups", "team/prod/", "https://s3.example.org", "us-east-1", true),
                        StoreCredentials.of("AKIA", "hunter2")));
        assertThat(storage.open(given.onController()).login().toString()).doesNotContain("hunter2");
        assertThat(storage.shown()).isEqualTo("s3://backups/team/prod");
    }

    @Test
    void every_mistake_of_a_bucket_is_named_before_a_credential_is_looked_for() {
        S3Storage storage = new S3Storage("b", "no-such");
        storage.setEndpoint("https://AKIA:hunter2@s3.example.org");
        storage.setPrefix("a/../b");

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> storage.open(given.onController()))
                .withMessageContainingAll("bucket 'b' is no bucket name", "endpoint holds a user", "prefix: ")
                .withMessageNotContainingAny("hunter2", "no-such");
    }

    @Test
    void an_access_key_without_a_secret_is_no_identity() {
        keep(login("keys", "AKIA", " "));
        S3Storage storage = new S3Storage("backups", "keys");
        storage.setRegion("eu-central-1");

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> storage.open(given.onController()))
                .withMessageContaining("'keys' cannot be used: the username must be the access key id");
    }

    @Test
    void how_a_bucket_is_addressed_is_left_open_by_the_form_unless_it_is_chosen() throws Exception {
        S3Storage.DescriptorImpl descriptor = new S3Storage.DescriptorImpl();
        FormRequest request = new FormRequest();
        JSONObject form = new JSONObject().element("bucket", "backups").element("credentialsId", "keys");

        S3Storage open = (S3Storage) descriptor.newInstance(request.get(), form.element("pathStyle", ""));
        S3Storage chosen = (S3Storage) descriptor.newInstance(request.get(), form.element("pathStyle", "false"));

        assertThat(open.getPathStyle()).isNull();
        assertThat(chosen.getPathStyle()).isFalse();
        assertThat(descriptor.doFillPathStyleItems()).extracting(o -> o.value).containsExactly("", "true", "false");
    }

    @Test
    void a_directory_of_an_agent_may_be_used() throws Exception {
        assertThat(new DirectoryStorage("/var/backups").open(given.onAgent()).login())
                .isEqualTo(new StoreLogin.Directory("/var/backups"));
        assertThat(new DirectoryStorage("D:\\backups").open(given.onAgent()).login())
                .isEqualTo(new StoreLogin.Directory("D:\\backups"));
    }

    @Test
    void a_directory_of_the_controller_may_be_used_only_by_its_name() throws Exception {
        given.configuration.setStorages(
                List.of(new NamedStorageEntry("share", new DirectoryStorage("/var/jenkins-backups"))));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new DirectoryStorage("/var/jenkins-backups").open(given.onController()))
                .withMessageContainingAll("path: found a directory of the controller", "an administrator named");
        assertThat(new NamedStorage("share").open(given.onController()).login())
                .isEqualTo(new StoreLogin.Directory("/var/jenkins-backups"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" ", "relative", "./x", "C:x", "/a/../b", "..", "/a/..", "\\a", "/a\u0000b", "D:\\..\\x"})
    void a_directory_has_an_absolute_path(String path) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new DirectoryStorage(path).open(given.onAgent()))
                .withMessageContainingAll("path: found", "allowed is an absolute path");
    }

    @Test
    void two_dots_within_a_name_are_no_way_up() throws Exception {
        assertThat(new DirectoryStorage("/a..b/..c").open(given.onAgent()).login())
                .isEqualTo(new StoreLogin.Directory("/a..b/..c"));
    }
}
