package io.jenkins.plugins.k8sprotect.config;

import static com.cloudbees.plugins.credentials.CredentialsForTests.file;
import static com.cloudbees.plugins.credentials.CredentialsForTests.keep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.AbortException;
import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.k8sprotect.engine.cluster.ClusterLogin;
import java.util.Arrays;
import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class K8sProtectConfigurationTest {
    private final GivenJenkins given = new GivenJenkins();
    private final K8sProtectConfiguration configuration = given.configuration;

    @AfterEach
    void close() {
        given.close();
    }

    private static NamedClusterEntry cluster(String name) {
        return new NamedClusterEntry(name, new KubeconfigCluster("kube-" + name));
    }

    @Test
    void begins_with_nothing_named_and_nothing_allowed() {
        assertThat(configuration.getClusters()).isEmpty();
        assertThat(configuration.getStorages()).isEmpty();
        assertThat(configuration.getAllowedExecCommands()).isEmpty();
        assertThat(configuration.getMaxConcurrentOnController()).isEqualTo(4);
    }

    @Test
    void a_name_leads_to_its_cluster_with_the_credential_of_jenkins() throws Exception {
        keep(file("kube-prod", "kind: Config"));
        keep("team", file("kube-prod", "another cluster"));
        configuration.setClusters(List.of(cluster("dr"), cluster("prod")));

        ClusterLogin login = Choices.cluster("prod", "cluster").login(given.onController());

        assertThat(((ClusterLogin.Kubeconfig) login).text()).isEqualTo("kind: Config");
    }

    @Test
    void an_unknown_name_is_answered_with_those_that_there_are_the_nearest_first() {
        configuration.setClusters(List.of(cluster("dr"), cluster("staging"), cluster("prod")));

        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new NamedCluster("Prud").login(given.onController()))
                .withMessage(
                        "cluster: no cluster is named 'Prud'; the configuration of Jenkins names prod, dr, staging");
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> new NamedStorage("x").open(given.onController()))
                .withMessage("storage: no storage is named 'x'; the configuration of Jenkins names none");
    }

    @Test
    void every_mistake_of_a_list_is_named_and_nothing_is_changed() {
        configuration.setClusters(List.of(cluster("prod")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.setClusters(List.of(
                        cluster("a b"),
                        cluster(null),
                        cluster("dr"),
                        cluster("dr"),
                        new NamedClusterEntry("none", null),
                        new NamedClusterEntry("other", new NamedCluster("prod")),
                        new NamedClusterEntry("plain", new TokenCluster("http://k", "t")))))
                .withMessageContainingAll(
                        "clusters[0] a b: name: found 'a b'; allowed are 1 to 100 letters",
                        "clusters[1]: name: found nothing",
                        "clusters[3] dr: name: found twice",
                        "clusters[4] none: cluster: found nothing",
                        "clusters[5] other: cluster: found another name",
                        "clusters[6] plain: server: found http://");
        assertThat(configuration.getClusters())
                .extracting(NamedClusterEntry::getName)
                .containsExactly("prod");
    }

    @Test
    void storages_are_held_to_the_same_rules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.setStorages(List.of(
                        new NamedStorageEntry("s", new S3Storage("b", "k")),
                        new NamedStorageEntry("d", new DirectoryStorage("relative")),
                        new NamedStorageEntry("n", new NamedStorage("s")))))
                .withMessageContainingAll("bucket 'b'", "path: found 'relative'", "storage: found another name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void the_number_of_operations_has_bounds(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.setMaxConcurrentOnController(number))
                .withMessage("maxConcurrentOnController: found '" + number + "'; allowed is a number from 1 to 64");
        assertThat(configuration.getMaxConcurrentOnController()).isEqualTo(4);
    }

    @Test
    void commands_are_kept_without_what_means_nothing() {
        configuration.setAllowedExecCommands(Arrays.asList(" aws ", "", null, "aws", "aws  eks\tget-token"));

        assertThat(configuration.getAllowedExecCommands()).containsExactly("aws", "aws eks get-token");
    }

    @Test
    void a_form_is_saved_whole() throws Exception {
        configuration.configure(new FormRequest().get(), form());

        assertThat(configuration.getClusters()).singleElement().satisfies(entry -> {
            assertThat(entry.getName()).isEqualTo("prod");
            assertThat(((KubeconfigCluster) entry.getCluster()).getContext()).isEqualTo("admin");
        });
        assertThat(configuration.getStorages()).singleElement().satisfies(entry -> assertThat(
                        ((S3Storage) entry.getStorage()).getPathStyle())
                .isNull());
        assertThat(configuration.getAllowedExecCommands()).containsExactly("aws", "kubelogin");
        assertThat(configuration.getMaxConcurrentOnController()).isEqualTo(8);
    }

    @Test
    void the_last_entry_can_be_removed_though_the_form_then_lacks_the_list() throws Exception {
        configuration.configure(new FormRequest().get(), form());
        JSONObject without = form();
        without.remove("clusters");
        without.remove("storages");

        configuration.configure(new FormRequest().get(), without);

        assertThat(configuration.getClusters()).isEmpty();
        assertThat(configuration.getStorages()).isEmpty();
    }

    @Test
    void a_form_with_a_mistake_changes_nothing() {
        JSONObject wrong = form().element("maxConcurrentOnController", "many");

        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> configuration.configure(new FormRequest().get(), wrong))
                .withMessageContaining("maxConcurrentOnController: found 'many'");
        assertThat(configuration.getClusters()).isEmpty();
        assertThat(configuration.getAllowedExecCommands()).isEmpty();
    }

    /** As the form sends it: one entry is an object, more are an array. */
    private static JSONObject form() {
        JSONObject kubeconfig = new JSONObject()
                .element("$class", KubeconfigCluster.class.getName())
                .element("credentialsId", "kube-prod")
                .element("context", "admin");
        JSONObject s3 = new JSONObject()
                .element("$class", S3Storage.class.getName())
                .element("bucket", "backups")
                .element("credentialsId", "keys")
                .element("prefix", "")
                .element("region", "eu-central-1")
                .element("endpoint", "")
                .element("pathStyle", "");
        return new JSONObject()
                .element("clusters", new JSONObject().element("name", "prod").element("cluster", kubeconfig))
                .element(
                        "storages",
                        new JSONArray()
                                .element(new JSONObject()
                                        .element("name", "backups")
                                        .element("storage", s3)))
                .element("allowedExecCommandLines", "aws\r\n\r\n kubelogin ")
                .element("maxConcurrentOnController", "8");
    }

    @Test
    void a_step_shows_a_named_one_by_its_name_alone() throws Exception {
        assertThat(Choices.plain(new NamedCluster("prod"))).isEqualTo("prod");
        assertThat(Choices.plain(new NamedStorage("backups"))).isEqualTo("backups");
        KubeconfigCluster inline = new KubeconfigCluster("kube");
        assertThat(Choices.plain(inline)).isSameAs(inline);
        assertThat(Choices.cluster(new NamedCluster("prod"), "cluster").shown()).isEqualTo("prod");
    }

    @Test
    void forms_offer_the_named_ones_first_and_the_configuration_no_names_of_names() {
        assertThat(Choices.clusterDescriptors()).hasSize(3).first().isInstanceOf(NamedCluster.DescriptorImpl.class);
        assertThat(Choices.storageDescriptors()).hasSize(3).first().isInstanceOf(NamedStorage.DescriptorImpl.class);
        assertThat(new NamedClusterEntry.DescriptorImpl().getClusterDescriptors())
                .extracting(d -> d.clazz)
                .containsExactlyInAnyOrder(KubeconfigCluster.class, TokenCluster.class);
        assertThat(new NamedStorageEntry.DescriptorImpl().getStorageDescriptors())
                .extracting(d -> d.clazz)
                .containsExactlyInAnyOrder(S3Storage.class, DirectoryStorage.class);
    }
}
