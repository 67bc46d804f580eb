package io.jenkins.plugins.k8sprotect.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreUrlTest {
    @Test
    void reads_a_directory() {
        assertThat(StoreUrl.parse("file:///var/backups%20here/k8s"))
                .isEqualTo(new StoreUrl.Directory(Path.of("/var/backups here/k8s")));
    }

    @Test
    void reads_an_s3_compatible_server() {
        assertThat(StoreUrl.parse("s3://bucket/team/a?endpoint=http://127.0.0.1:7070&region=eu-west-1&pathStyle=false"))
                .isEqualTo(new StoreUrl.S3("bucket", "team/a/", "http://127.0.0.1:7070", "eu-west-1", false));
    }

    @Test
    void an_endpoint_means_path_style_and_any_region() {
        assertThat(StoreUrl.parse("s3://bucket?endpoint=https%3A%2F%2Fs3.example.org"))
                .isEqualTo(new StoreUrl.S3("bucket", "", "https://s3.example.org", "us-east-1", true));
    }

    @Test
    void is_the_same_from_its_parts() {
        assertThat(StoreUrl.s3("bucket", "/team/a/", " https://s3.example.org ", null, null))
                .isEqualTo(StoreUrl.parse("s3://bucket/team/a?endpoint=https://s3.example.org"));
        assertThat(StoreUrl.s3("bucket", null, "", "eu-central-1", true))
                .isEqualTo(StoreUrl.parse("s3://bucket?region=eu-central-1&pathStyle=true"));
    }

    @Test
    void names_every_wrong_part_and_repeats_no_password() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreUrl.s3("b", "../x", "https://AKIA:hunter2@s3.example.org", "eu_west", null))
                .withMessageContainingAll("bucket 'b'", "prefix", "endpoint holds a user", "region 'eu_west'")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aws_needs_a_region_alone() {
        assertThat(StoreUrl.parse("s3://bucket/?region=eu-central-1"))
                .isEqualTo(new StoreUrl.S3("bucket", "", "", "eu-central-1", false));
    }

    @Test
    void describes_itself_for_people() {
        assertThat(StoreUrl.parse("s3://b12/x?endpoint=https://s3.example.org").description())
                .isEqualTo("s3://b12/x at https://s3.example.org");
        assertThat(StoreUrl.parse("s3://b12?region=eu-central-1").description())
                .isEqualTo("s3://b12 at AWS eu-central-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3://bucket?region=eu-west-1&Endpoint=x | parameter 'Endpoint' is unknown; allowed are endpoint, pathStyle, region",
                "s3://bucket | region is missing",
                "s3://b?region=x1 | no bucket name",
                "s3://bucket?region=a&region=b | given twice",
                "s3://bucket?region=a&pathStyle=yes | allowed are true and false",
                "s3://bucket/../x?region=a | '..'",
                "s3://bucket?endpoint=ftp://x | endpoint is no URL",
                "s3://bucket?endpoint=s3.example.org | endpoint is no URL",
                "s3://bucket?region=a#b | '#'",
                "file://relative/path | file:///relative/path",
                "file:///a?b=c | no parameters",
                "http://example.org | scheme 'http' is unknown",
                "/plain/path | allowed are file:///path or s3://",
                "s3://bucket?region=a b | position",
            })
    void names_what_is_wrong(String url, String message) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreUrl.parse(url))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(StoreException.Code.INVALID));
    }

    @Test
    void names_every_mistake_at_once() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreUrl.parse("s3://b?pathStyle=1&foo=2"))
                .withMessageContainingAll("bucket 'b'", "pathStyle", "'foo'", "region");
    }

    @ParameterizedTest
    @CsvSource({
        "s3://AKIA:hunter2@bucket?region=a",
        "s3://bucket?endpoint=https://AKIA:hunter2@s3.example.org",
        "s3://AKIA:hunter2@buc ket"
    })
    void refuses_and_does_not_repeat_a_password(String url) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreUrl.parse(url))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void s3_is_not_opened_as_nobody() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Stores.open(StoreUrl.parse("s3://bucket?region=eu-west-1"), null))
                .withMessageContaining("AWS_ACCESS_KEY_ID");
    }

    @Test
    void credentials_come_from_the_environment_when_asked_and_do_not_show() {
        StoreCredentials credentials = StoreCredentials.fromEnvironment(
                Map.of("AWS_ACCESS_KEY_ID", "AKIA", "AWS_SECRET_ACCESS_KEY", "hunter2", "AWS_SESSION_TOKEN", "t0ken"));

        assertThat(credentials.secretKey()).isEqualTo("hunter2");
        assertThat(credentials.toString()).doesNotContain("hunter2").doesNotContain("t0ken");
    }

    @Test
    void a_missing_variable_is_named() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreCredentials.fromEnvironment(Map.of("AWS_ACCESS_KEY_ID", "AKIA")))
                .withMessageContaining("AWS_SECRET_ACCESS_KEY is not set");
    }
}
