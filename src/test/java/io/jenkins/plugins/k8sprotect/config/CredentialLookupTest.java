package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.file;
import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static com.cloudbees.plugins.credentials.CredentialsForTests.text;
import static com.cloudbees.plugins.credentials.CredentialsForTests.tracked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import hudson.AbortException;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialLookupTest {
    private final GivenJenkins given = new GivenJenkins();
    private final CredentialLookup ofBuild =
            CredentialLookup.ofBuild(given.onController().run());
    private final CredentialLookup ofJenkins =
            CredentialLookup.ofJenkins(given.onController().run());

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void a_build_uses_the_credential_of_its_nearest_folder() throws Exception {
        IdCredentials global = file("kube", "global");
        IdCredentials folder = file("kube", "folder");
        keep(global);
        keep("team", folder);

        assertThat(ofBuild.find(" kube ", FileCredentials.class, "Secret file")).isSameAs(folder);
        assertThat(tracked()).containsExactly("kube");
    }

    @Test
    void what_an_administrator_named_is_not_led_elsewhere_by_a_folder() throws Exception {
        IdCredentials global = file("kube", "global");
        keep(global);
        keep("team", file("kube", "folder"));

        assertThat(ofJenkins.find("kube", FileCredentials.class, "Secret file")).isSameAs(global);
        assertThat(tracked()).containsExactly("kube");
    }

    @Test
    void what_an_administrator_named_does_not_use_a_credential_that_only_a_folder_has() {
        keep("team", file("kube", "folder"));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> ofJenkins.find("kube", FileCredentials.class, "Secret file"))
                .withMessageContainingAll("there is no credential 'kube'", "not those of folders");
    }

    @Test
    void a_credential_of_another_folder_is_not_there() {
        keep("other", file("kube", "x"));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> ofBuild.find("kube", FileCredentials.class, "Secret file"))
                .withMessage(
                        "credentialsId: there is no credential 'kube'; the build team/a/deploy can use those of the"
                                + " folders that it lies in, and those of Jenkins with global scope; needed is the id of a Secret"
                                + " file");
        assertThat(tracked()).isEmpty();
    }

    @Test
    void one_of_another_type_is_an_error_and_no_other_of_the_same_id_is_taken() {
        keep(file("kube", "global"));
        keep("team", text("kube", "s3cret"));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> ofBuild.find("kube", FileCredentials.class, "Secret file"))
                .withMessage("credentialsId: 'kube' is a Secret text; needed is a Secret file");
        assertThat(tracked()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void an_empty_id_is_an_error_of_its_own(String id) {
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> ofBuild.find(id, FileCredentials.class, "Secret file"))
                .withMessage("credentialsId: found nothing; needed is the id of a Secret file");
    }
}
